package downhill.cli;

import downhill.words.Said;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;

/** Keeps what would be printed as it was said, for whoever prints it in the end, in a language of theirs. */
final class SaidLines extends PrintWriter {
    private final ArrayList<Said> lines = new ArrayList<>();

    SaidLines() {
        super(Writer.nullWriter());
    }

    @Override
    public void println(Object line) {
        lines.add(line instanceof Said said ? said : Said.plain(String.valueOf(line)));
    }

    @Override
    public void println(String line) {
        lines.add(Said.plain(line));
    }

    ArrayList<Said> lines() {
        return lines;
    }
}
