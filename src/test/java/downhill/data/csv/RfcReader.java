package downhill.data.csv;

import java.util.ArrayList;
import java.util.List;

/** The grammar of RFC 4180 letter by letter, with no regard for speed: the second reader that files are compared with. */
final class RfcReader {
    private final String text;
    private final List<List<String>> records = new ArrayList<>();
    private int at;

    private RfcReader(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) {
        RfcReader reader = new RfcReader(text);
        while (reader.at < text.length()) {
            reader.records.add(reader.record());
        }
        return reader.records;
    }

    private List<String> record() {
        List<String> fields = new ArrayList<>(List.of(field()));
        while (is(',')) {
            at++;
            fields.add(field());
        }
        at += is('\r') ? 1 : 0;
        at += is('\n') ? 1 : 0;
        return fields;
    }

    private boolean is(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private String field() {
        StringBuilder field = new StringBuilder();
        if (!is('"')) {
            while (at < text.length() && !is(',') && !is('\r') && !is('\n')) {
                field.append(text.charAt(at++));
            }
            return field.toString();
        }
        at++;
        while (!is('"') || at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at += is('"') ? 1 : 0;
            field.append(text.charAt(at++));
        }
        at++;
        return field.toString();
    }
}
