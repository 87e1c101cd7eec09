package downhill.data.csv;

import downhill.data.DataException;
import java.nio.file.Path;

/** Reads one file and says what came of it. */
final class OneImport {
    private OneImport() {
    }

    public static void main(String[] arguments) {
        try {
            System.out.println(CsvImport.read(Path.of(arguments[0])).table().rows() + " rows");
        } catch (DataException e) {
            System.out.println(e.getMessage());
        }
    }
}
