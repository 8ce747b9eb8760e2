package host;

import java.time.Clock;
import org.carnetcrm.Setup;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A shop for machines that keeps its customers, and the CRM beside them in one database. */
@SpringBootApplication
public class Host {

    public static void main(String[] args) {
        SpringApplication.run(Host.class, args);
    }

    /** What the shop plugs into the CRM; the bean JpaCrm is made of it. */
    @Bean
    Setup setup() {
        return Setup.of(Clock.systemUTC());
    }

    /** Opens the shop's tenant when it is not there yet. */
    @Bean
    ApplicationRunner opening(Sales sales) {
        return arguments -> sales.open();
    }
}
