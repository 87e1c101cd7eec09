package downhill.data.csv;

import downhill.data.DataException;
import downhill.words.Said;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Recognises files that are no tables of text by their first bytes. */
final class Magic {
    private static final List<Signature> SIGNATURES = List.of(
            new Signature("PK\3\4", "file.excel"),
            new Signature("PK\5\6", "file.excel"),
            new Signature("\u00D0\u00CF\u0011\u00E0", "file.excel.old"),
            new Signature("\u0089PNG", "file.picture", "PNG"),
            new Signature("\u00FF\u00D8\u00FF", "file.picture", "JPEG"),
            new Signature("GIF8", "file.picture", "GIF"),
            new Signature("%PDF", "file.pdf"),
            new Signature("PAR1", "file.parquet"),
            new Signature("SQLite format 3", "file.sqlite"),
            new Signature("\u0089HDF", "file.hdf"),
            new Signature("\u00CA\u00FE\u00BA\u00BE", "file.class"),
            new Signature("\u007FELF", "file.program"),
            new Signature("BZh", "file.packed", "bzip2"),
            new Signature("\u00FD7zXZ", "file.packed.an", "xz"),
            new Signature("7z\u00BC\u00AF", "file.packed", "7-Zip"),
            new Signature("(\u00B5/\u00FD", "file.packed", "Zstandard"));

    /** How such a file begins, and what is said of it, after its name. */
    private record Signature(String start, String key, Object... more) {
        Said said(String name) {
            return new Said(key, Stream.concat(Stream.of(name), Stream.of(more)).toList());
        }

        boolean matches(byte[] head) {
            return new String(head, 0, Math.min(head.length, start.length()), StandardCharsets.ISO_8859_1).equals(start);
        }
    }

    private Magic() {
    }

    static boolean isGzip(byte[] head) {
        return head.length > 2 && head[0] == 0x1F && head[1] == (byte) 0x8B && head[2] == 8;
    }

    /** @throws DataException if the first bytes are those of another kind of file */
    static void check(byte[] head, String name) {
        for (Signature signature : SIGNATURES) {
            if (signature.matches(head)) {
                throw new DataException(signature.said(name));
            }
        }
    }

    /** @throws DataException if the text is a web page or JSON */
    static void check(String head, String name) {
        String start = head.stripLeading();
        String lower = start.substring(0, Math.min(200, start.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<table") || lower.startsWith("<?xml")
                && lower.contains("<html")) {
            throw new DataException(Said.of("file.html", name));
        }
        if (lower.startsWith("<?xml")) {
            throw new DataException(Said.of("file.xml", name));
        }
        if (start.matches("(?s)(\\{\\s*(\"[^\"\n]*\"\\s*:.*|\\}.*)|\\[\\s*[\\[{].*)")) {
            throw new DataException(Said.of("file.json", name));
        }
    }
}
