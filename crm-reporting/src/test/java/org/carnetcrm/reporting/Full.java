package org.carnetcrm.reporting;

import java.io.IOException;

/** A target that takes nothing more. */
final class Full implements Appendable {

    @Override
    public Appendable append(CharSequence text) throws IOException {
        throw new IOException("full");
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        throw new IOException("full");
    }

    @Override
    public Appendable append(char letter) throws IOException {
        throw new IOException("full");
    }
}
