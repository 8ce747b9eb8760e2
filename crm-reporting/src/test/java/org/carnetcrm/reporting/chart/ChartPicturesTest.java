package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.reporting.chart.Samples.eur;
import static org.carnetcrm.reporting.chart.Samples.level;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;

/** The pictures that the docs show are what charts look like now. */
class ChartPicturesTest {

    private static final Path IMAGES = Path.of(System.getProperty("basedir", ""), "..", "docs", "images");

    @Example
    void a_pipeline_looks_as_in_the_docs() throws IOException {
        looksAsInTheDocs(
                "bars",
                new Bars(new Figures(
                        "Pipeline by stage",
                        List.of("Weighted total"),
                        Samples.EUR,
                        List.of(
                                Figures.Row.of("Qualification", eur("-1250.00")),
                                Figures.Row.of("Needs analysis", eur("12400.50")),
                                Figures.Row.of("Proposal", eur("48210.00")),
                                Figures.Row.of("Negotiation", eur("31999.99"))))));
    }

    @Example
    void costs_look_as_in_the_docs() throws IOException {
        looksAsInTheDocs(
                "bars-of-two-series",
                new Bars(new Figures(
                        "CRM costs by representative",
                        List.of("Done amount", "Planned amount"),
                        Samples.EUR,
                        List.of(
                                Figures.Row.of("Lea", eur("845.85"), eur("320.00")),
                                Figures.Row.of("Bob", eur("610.00"), eur("0.00")),
                                Figures.Row.of("Margaretha van den Berg", eur("120.50"), eur("540.00"))))));
    }

    @Example
    void a_forecast_looks_as_in_the_docs() throws IOException {
        looksAsInTheDocs(
                "columns",
                new Columns(new Figures(
                        "Forecast by month of expected closing",
                        List.of("Won", "Open, weighted", "Overdue"),
                        Samples.EUR,
                        List.of(
                                Figures.Row.of("Jan 2017", eur("38985.50"), eur("0.00"), eur("21847.50")),
                                Figures.Row.of("Feb 2017", eur("80313.50"), eur("0.00"), eur("34904.50")),
                                Figures.Row.of("Mar 2017", eur("84434.50"), eur("16606.50"), eur("9978.50")),
                                Figures.Row.of("Apr 2017", eur("21748.50"), eur("86569.50"), eur("0.00")),
                                Figures.Row.of("May 2017", eur("0.00"), eur("101263.50"), eur("0.00")),
                                Figures.Row.of("Jun 2017", eur("0.00"), eur("85592.50"), eur("0.00")),
                                Figures.Row.of("Jul 2017", eur("0.00"), eur("-12189.50"), eur("0.00"))))));
    }

    @Example
    void a_waterfall_looks_as_in_the_docs() throws IOException {
        looksAsInTheDocs(
                "waterfall",
                new Waterfall(
                        "Pipeline between two dates",
                        "Weighted total",
                        new Waterfall.Step("On 1 Jan 2017", eur("120000.00")),
                        List.of(
                                new Waterfall.Step("New", eur("54000.50")),
                                new Waterfall.Step("Raised", eur("12300.00")),
                                new Waterfall.Step("Lowered", eur("-22300.00")),
                                new Waterfall.Step("Won", eur("-45000.00")),
                                new Waterfall.Step("Lost", eur("-31999.99"))),
                        "On 1 Apr 2017"));
    }

    @Example
    void a_calibration_looks_as_in_the_docs() throws IOException {
        looksAsInTheDocs(
                "calibration",
                new Calibration(
                        "Promised and won",
                        List.of(
                                level("11.50", 3, 41),
                                level("28.00", 20, 55),
                                level("50.00", 30, 75),
                                level("71.33", 11, 31),
                                level("93.20", 12, 12))));
    }

    @Example
    void a_sparkline_looks_as_in_the_docs() throws IOException {
        looksAsInTheDocs(
                "sparkline",
                new Sparkline(Samples.figures(
                        Figures.Row.of("Jan 2017", eur("30")),
                        Figures.Row.of("Feb 2017", eur("42")),
                        Figures.Row.of("Mar 2017", eur("38")),
                        Figures.Row.of("Apr 2017", eur("55")),
                        Figures.Row.of("May 2017", eur("51")),
                        Figures.Row.of("Jun 2017", eur("73")))));
    }

    private static void looksAsInTheDocs(String name, Chart chart) throws IOException {
        Path image = IMAGES.resolve("chart-" + name + ".svg");
        String present = chart.svg(name, Locale.ENGLISH);
        if (Boolean.getBoolean("pictures.update")) {
            Files.createDirectories(IMAGES);
            Files.writeString(image, present);
        }
        assertThat(Files.exists(image) ? Files.readString(image) : "")
                .as("""
                        %s is no longer what the chart looks like. If that is meant, look at it in a browser, refresh it with
                          mvn -pl crm-reporting -am test -Dtest=ChartPicturesTest -Dsurefire.failIfNoSpecifiedTests=false -Dpictures.update=true
                        and commit it with the change.""", image.normalize())
                .isEqualTo(present);
    }
}
