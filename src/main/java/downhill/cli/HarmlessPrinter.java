package downhill.cli;

import downhill.data.Visible;
import downhill.words.Said;
import downhill.words.Words;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * The way of all words to the terminal: names that come from files cannot steer it (see {@link Visible}). What is printed with a line end
 * behind it in one call is one line. What is {@link Said} comes in the language that the command line speaks.
 */
final class HarmlessPrinter extends PrintWriter {
    private final PrintWriter terminal;
    private final Words words;

    /** @param words those of the language that is spoken */
    HarmlessPrinter(PrintWriter terminal, Words words) {
        super(terminal);
        this.terminal = terminal;
        this.words = words;
    }

    /** What {@code printer} prints for something: what is {@link Said} in its language, anything else as it is. */
    static String text(PrintWriter printer, Object what) {
        return what instanceof Said said && printer instanceof HarmlessPrinter harmless ? harmless.words.say(said) : String.valueOf(what);
    }

    /** The words of its language. */
    static Words words(PrintWriter printer) {
        return printer instanceof HarmlessPrinter harmless ? harmless.words : Words.ENGLISH;
    }

    /** Whether what is said comes in English. */
    static boolean speaksEnglish(PrintWriter printer) {
        return words(printer).areEnglish();
    }

    /** The terminal itself, for those who steer it on purpose and print no names. */
    static PrintWriter terminal(PrintWriter printer) {
        return printer instanceof HarmlessPrinter harmless ? harmless.terminal : printer;
    }

    @Override
    public void println(Object line) {
        println(text(this, line));
    }

    @Override
    public void println(String line) {
        super.println(Visible.line(line));
    }

    @Override
    public PrintWriter printf(Locale locale, String format, Object... arguments) {
        print(String.format(locale, format, arguments));
        return this;
    }

    @Override
    public void write(String text, int from, int length) {
        String shown = Visible.text(text.substring(from, from + length));
        super.write(shown, 0, shown.length());
    }

    @Override
    public void write(char[] text, int from, int length) {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(int character) {
        write(String.valueOf((char) character), 0, 1);
    }
}
