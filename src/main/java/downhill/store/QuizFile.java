package downhill.store;

import downhill.lesson.page.GiftText;
import downhill.lesson.page.MoodleXml;
import downhill.lesson.page.QtiPackage;
import downhill.lesson.page.Quiz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Quizzes as files that learning platforms read. */
public final class QuizFile {
    /** In which form. */
    public enum Format {
        /** A text, Moodle's GIFT. */
        GIFT,
        /** Moodle's XML. */
        MOODLE,
        /** A zip, IMS QTI 2.1. */
        QTI
    }

    private QuizFile() {
    }

    /**
     * Writes it whole or not at all; the same quiz gives the same bytes.
     *
     * @throws StoreException where it cannot be written
     */
    public static void write(Path file, Quiz quiz, Format format) {
        switch (format) {
            case GIFT -> AtomicFiles.write(file, GiftText.of(quiz), false);
            case MOODLE -> AtomicFiles.write(file, MoodleXml.of(quiz), false);
            case QTI -> AtomicFiles.write(file, zipped(QtiPackage.of(quiz)), false);
        }
    }

    private static byte[] zipped(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
