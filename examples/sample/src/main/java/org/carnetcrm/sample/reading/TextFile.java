package org.carnetcrm.sample.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of text in UTF-8. */
public final class TextFile {

    /** What some editors write before a text in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /** Reads the whole text; one in another encoding is told with the first line that shows it. */
    public static String read(Path path) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new BadFileException(path, "there is no such file");
        } catch (IOException e) {
            throw new BadFileException(path, "cannot be read: " + e.getMessage());
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < rest.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new BadFileException(path, line, "is not UTF-8");
        }
    }
}
