package downhill.data.csv;

import downhill.data.DataException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Recognises files that are no tables of text by their first bytes. */
final class Magic {
    private static final List<Signature> SIGNATURES = List.of(
            new Signature("PK\3\4", "This is an Excel or ZIP file. Save it as CSV first."),
            new Signature("PK\5\6", "This is an Excel or ZIP file. Save it as CSV first."),
            new Signature("\u00D0\u00CF\u0011\u00E0", "This is an old Excel or Office file. Save it as CSV first."),
            new Signature("\u0089PNG", "Not a text table: this is a PNG picture."),
            new Signature("\u00FF\u00D8\u00FF", "Not a text table: this is a JPEG picture."),
            new Signature("GIF8", "Not a text table: this is a GIF picture."),
            new Signature("%PDF", "Not a text table: this is a PDF document."),
            new Signature("PAR1", "Not a text table: this is a Parquet file. Export it as CSV first."),
            new Signature("SQLite format 3", "Not a text table: this is a SQLite database. Export a table as CSV first."),
            new Signature("\u0089HDF", "Not a text table: this is an HDF5 file. Export it as CSV first."),
            new Signature("\u00CA\u00FE\u00BA\u00BE", "Not a text table: this is a Java class file."),
            new Signature("\u007FELF", "Not a text table: this is a program."),
            new Signature("BZh", "This is a bzip2 file. Unpack it first."),
            new Signature("\u00FD7zXZ", "This is an xz file. Unpack it first."),
            new Signature("7z\u00BC\u00AF", "This is a 7-Zip file. Unpack it first."),
            new Signature("(\u00B5/\u00FD", "This is a Zstandard file. Unpack it first."));

    private record Signature(String start, String message) {
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
                throw new DataException(name + ": " + signature.message());
            }
        }
    }

    /** @throws DataException if the text is a web page or JSON */
    static void check(String head, String name) {
        String start = head.stripLeading();
        String lower = start.substring(0, Math.min(200, start.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<table") || lower.startsWith("<?xml") && lower.contains("<html")) {
            throw new DataException(name + ": This is a web page (HTML), not a table. Download the table itself.");
        }
        if (lower.startsWith("<?xml")) {
            throw new DataException(name + ": This is XML, not a table. Convert it to CSV first.");
        }
        if (start.matches("(?s)(\\{\\s*(\"[^\"\n]*\"\\s*:.*|\\}.*)|\\[\\s*[\\[{].*)")) {
            throw new DataException(name + ": This is JSON, not a table. Convert it to CSV first.");
        }
    }
}
