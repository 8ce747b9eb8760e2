package org.carnetcrm.sample.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short name of what files hold: where a byte changes, it is another. */
public final class Fingerprint {

    private static final int DIGITS = 8;

    private Fingerprint() {}

    /** Gives the name of the contents of files, in their order. */
    public static String of(List<Path> files) {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                all.update(MessageDigest.getInstance("SHA-256").digest(bytes(file)));
            }
            return HexFormat.of().formatHex(all.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadFileException(file, "cannot be read: " + e.getMessage());
        }
    }
}
