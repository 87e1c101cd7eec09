package downhill.lesson.page;

import java.math.BigDecimal;

/**
 * Questions in GIFT, the text format of Moodle that other platforms read, too: {@code ~}, {@code =}, {@code #}, braces, colons and
 * backslashes of the words have a backslash before them, and the words are HTML.
 */
public final class GiftText {
    /** With which every such file begins. */
    public static final String MARK = "$CATEGORY: Downhill/";

    private GiftText() {
    }

    /** The whole file, UTF-8. */
    public static String of(Quiz quiz) {
        StringBuilder out = new StringBuilder(MARK + category(quiz.title()) + "\n\n");
        quiz.questions().forEach(question -> out.append(question(quiz, question)).append("\n\n"));
        return out.toString();
    }

    private static String question(Quiz quiz, Quiz.Question question) {
        StringBuilder out = new StringBuilder("// " + quiz.id() + ": " + question.id() + "\n::");
        out.append(plain(quiz.id() + ", " + question.title())).append("::[html]").append(escaped(question.asked())).append("{");
        if (question.isChoice()) {
            for (Quiz.Answer answer : question.answers()) {
                out.append("\n\t").append(answer.right() ? "=" : "~").append(escaped(answer.words()));
                out.append(answer.because().isEmpty() ? "" : "#" + escaped(answer.because()));
            }
            out.append("\n\t");
        } else {
            out.append("#").append(digits(question.number())).append(":").append(digits(question.within())).append("\n\t");
        }
        return out.append("####").append(escaped(question.reveal())).append("\n}").toString();
    }

    /** In digits alone: not every reader of GIFT knows powers of ten. */
    static String digits(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Moodle takes the name of a category as it stands: marks get no backslash, and a slash is written twice, as one parts names. */
    static String category(String title) {
        return title.replaceAll("\\s+", " ").replace("\\", "").replace("/", "//");
    }

    private static String plain(String text) {
        return escaped(text.replaceAll("\\s+", " "));
    }

    /** A line end of the words becomes that of the format: one within a question ends nothing, an empty line would. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replaceAll("([~=#{}:])", "\\\\$1").replace("\n", "\\n");
    }
}
