package downhill.data.csv;

import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is found out about a file from its beginning: that it is text, its encoding, its dialect and its columns.
 *
 * @param source    its bytes, unpacked if they were packed
 * @param bomLength bytes before the text
 * @param decisions why it is read so
 * @param sampled   the first rows
 */
record Opening(ByteSource source, Charset charset, int bomLength, Dialect dialect, List<Decision> decisions, Layout layout,
               Sampled sampled) {
    private static final int HEAD = 1 << 20;
    private static final int SAMPLE = 1 << 18;
    private static final int FEW_ROWS = 1024;
    private static final int MANY_ROWS = 1 << 22;
    private static final int MANY_CELLS = 1 << 24;
    private static final double SPARE = 1.02;
    /** Encodings whose letters are full of bytes that no other text has. */
    private static final Pattern WIDE = Pattern.compile("UTF-(16|32).*");

    static Opening of(ByteSource file, ImportOptions options, CellShapes shapes) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new DataException(Said.of("file.empty", file.name()));
        }
        if (Magic.isGzip(head)) {
            return of(new GzipSource(file), options, shapes);
        }
        Magic.check(head, file.name());
        String said = options.said().encoding();
        return of(file, options, shapes, said != null ? chosen(head, said, file.name())
                : EncodingGuess.of(head, head.length, head.length < HEAD, file.name()));
    }

    /** With another encoding than the first bytes told. */
    Opening withEncoding(EncodingGuess guess, ImportOptions options, CellShapes shapes) throws IOException {
        return of(source, options, shapes, guess);
    }

    /** Of a family such as UTF-16 the member that the bytes show; its bytes need not look like text. */
    private static EncodingGuess chosen(byte[] head, String encoding, String name) {
        try {
            Charset charset = Charset.forName(encoding);
            EncodingGuess shown = EncodingGuess.shown(head, head.length);
            boolean member = shown != null && shown.charset().name().startsWith(charset.name());
            int bom = member || shown != null && charset.name().startsWith("UTF-16") ? shown.bomLength() : 0;
            Charset read = member ? shown.charset() : charset;
            if (shown == null && !WIDE.matcher(read.name()).matches()) {
                EncodingGuess.refuseBinary(head, head.length, name);
            }
            return new EncodingGuess(read, bom, new Decision("encoding", read.name(), Said.of("csv.chosen"), true));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new DataException(Said.of("file.encoding", encoding), e);
        }
    }

    private static Opening of(ByteSource file, ImportOptions options, CellShapes shapes, EncodingGuess encoding) throws IOException {
        String sample = sample(file, encoding);
        Magic.check(sample, file.name());
        List<Decision> decisions = new ArrayList<>();
        decisions.add(encoding.decision());
        DialectChoice said = options.said();
        Dialect dialect = said.over(Dialect.STANDARD);
        if (!said.isComplete()) {
            DialectSniffer.Sniffed sniffed = DialectSniffer.sniff(sample, encoding.charset().name(), shapes, said);
            dialect = sniffed.dialect();
            decisions.addAll(sniffed.decisions());
        }
        Sampled sampled = Sampled.read(sample, dialect);
        Layout layout = Layout.of(sampled, shapes, said.rowNames());
        if (layout.decision() != null) {
            decisions.removeIf(decision -> decision.what().equals(layout.decision().what()));
            decisions.add(layout.decision());
        }
        return new Opening(file, encoding.charset(), encoding.bomLength(), dialect, decisions, layout, sampled);
    }

    private static byte[] head(ByteSource file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(HEAD);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new DataException(Said.of("file.gzip", file.name()), e);
        }
    }

    private static String sample(ByteSource file, EncodingGuess encoding) throws IOException {
        char[] chars = new char[SAMPLE];
        int length = 0;
        try (Reader reader = text(file, encoding.charset(), encoding.bomLength())) {
            for (int n = 0; n >= 0 && length < SAMPLE; n = reader.read(chars, length, SAMPLE - length)) {
                length += n;
            }
        }
        String text = new String(chars, 0, length);
        int cut = length < SAMPLE ? length : Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
        return cut > 0 ? text.substring(0, cut) : text;
    }

    /** What the cells of the first rows look like. */
    List<ColumnFacts> facts(CellShapes shapes) {
        List<ColumnFacts> facts = new ArrayList<>();
        int first = layout.header() == null ? 0 : 1;
        for (int j = 0; j < layout.fields(); j++) {
            ColumnFacts column = new ColumnFacts();
            for (List<String> row : sampled.rows().subList(first, sampled.rows().size())) {
                char[] cell = j < row.size() ? row.get(j).toCharArray() : new char[0];
                column.add(shapes.of(cell, 0, cell.length), cell, 0, cell.length);
            }
            facts.add(column);
        }
        return facts;
    }

    /** About so many rows there are, as far as those at the beginning tell; room for them is made at once, if it is not too much. */
    int roughRows(double share) {
        double rows = share * source.size() / Math.max(1, sampled.usualLength());
        return (int) Math.max(FEW_ROWS, Math.min(Math.min(MANY_ROWS, MANY_CELLS / Math.max(1, layout.fields())), rows * SPARE));
    }

    EscapingReader text() throws IOException {
        return text(source, charset, bomLength);
    }

    private static EscapingReader text(ByteSource file, Charset charset, int bomLength) throws IOException {
        InputStream in = file.open();
        in.skipNBytes(bomLength);
        return new EscapingReader(in, charset);
    }
}
