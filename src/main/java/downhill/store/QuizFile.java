package downhill.store;

import downhill.lesson.page.GiftText;
import downhill.lesson.page.MoodleXml;
import downhill.lesson.page.QtiPackage;
import downhill.lesson.page.Quiz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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
        AtomicFiles.write(file, bytes(quiz, format), false);
    }

    /** The whole file. */
    static byte[] bytes(Quiz quiz, Format format) {
        return switch (format) {
            case GIFT -> GiftText.of(quiz).getBytes(StandardCharsets.UTF_8);
            case MOODLE -> MoodleXml.of(quiz).getBytes(StandardCharsets.UTF_8);
            case QTI -> ZipBytes.ofTexts(QtiPackage.of(quiz));
        };
    }
}
