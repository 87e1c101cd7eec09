package downhill.data.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Collectors;

/**
 * A small file of a kind that a public suite has, written anew, and what a person would read in it.
 *
 * @param suite whose kind of mess it is
 * @param kind  what is the matter
 * @param bytes the file
 * @param names names of the columns
 * @param rows  number of rows
 * @param first cells of the first row, a missing one as "·"
 * @param last  cells of the last row
 */
record SnifferCase(String suite, String kind, byte[] bytes, List<String> names, int rows, List<String> first, List<String> last) {

    static List<SnifferCase> all() {
        List<SnifferCase> all = new ArrayList<>();
        spectrum(all);
        pollock(all);
        clever(all);
        duck(all);
        return all;
    }

    /** How the file was read otherwise than it should be; empty if it was read right. */
    String difference(Reading reading) {
        List<String> found = List.of(names(reading), reading.imported().table().rows() + " rows", row(reading, 0),
                row(reading, reading.imported().table().rows() - 1));
        List<String> wanted = List.of(String.join(" | ", names), rows + " rows", String.join(" | ", first), String.join(" | ", last));
        return found.equals(wanted) ? "" : found + " instead of " + wanted;
    }

    private static String names(Reading reading) {
        return String.join(" | ", reading.imported().table().names());
    }

    private static String row(Reading reading, int row) {
        return reading.columns().stream().map(column -> column.isMissing(row) ? "·" : column.text(row)).collect(Collectors.joining(" | "));
    }

    @Override
    public String toString() {
        return suite + ": " + kind;
    }

    /** Kinds of csv-spectrum: one correct file for each corner of RFC 4180. */
    private static void spectrum(List<SnifferCase> all) {
        Adder of = adder(all, "csv-spectrum");
        of.add("comma in quotes", "first,last,address,zip\nJohn,Doe,\"12 High St., Flat 3\",08123\n", "first,last,address,zip", 1,
                "John,Doe,12 High St.@ Flat 3,08123");
        of.add("empty cells", "a,b,c\n1,\"\",\"\"\n2,3,4\n", "a,b,c", 2, "1,·,·", "2,3,4");
        of.add("empty cells, CRLF", "a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", "a,b,c", 2, "1,·,·", "2,3,4");
        of.add("doubled quotes", "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", "a,b", 2, "1,ha \"ha\" ha", "3,4");
        of.add("JSON in a cell", "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n", "key,val", 1,
                "1,{\"type\": \"Point\"@ \"at\": [102.0@ 0.5]}");
        of.add("newlines in quotes", "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n", "a,b,c", 3, "1,2,3", "7,8,9");
        of.add("newlines in quotes, CRLF", "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n", "a,b,c", 3, "1,2,3", "7,8,9");
        of.add("quotes and newlines", "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", "a,b", 2, "1,ha \n\"ha\" \nha", "3,4");
        of.add("simple", "a,b,c\n1,2,3\n", "a,b,c", 1, "1,2,3");
        of.add("simple, CRLF", "a,b,c\r\n1,2,3\r\n", "a,b,c", 1, "1,2,3");
        of.add("beyond ASCII", "a,b,c\n1,2,3\n4,5,ʤ\n", "a,b,c", 2, "1,2,3", "4,5,ʤ");
        of.add("coordinates", "lat,long,place\n\"52,5\",\"13,4\",Berlin\n\"48,9\",\"2,4\",Paris\n", "lat,long,place", 2,
                "52.5,13.4,Berlin", "48.9,2.4,Paris");
    }

    /** Kinds of Pollock that {@link Pollution} does not make. */
    private static void pollock(List<SnifferCase> all) {
        Adder of = adder(all, "Pollock");
        String rows = "2012-03-01,Oslo,4.5,kept\n2012-03-02,Rome,5.5,lost\n2012-03-03,Bonn,6.5,kept\n";
        of.add("two header rows, one of groups", "when,where,,\ndate,city,price,state\n" + rows, "date,city,price,state", 3,
                "2012-03-01,Oslo,4.5,kept", "2012-03-03,Bonn,6.5,kept");
        of.add("preamble with commas", "Report, made 2012\ndate,city,price,state\n" + rows, "date,city,price,state", 3,
                "2012-03-01,Oslo,4.5,kept", "2012-03-03,Bonn,6.5,kept");
        of.add("preamble with empty cells to the right", "Report,,,\nby hand,,,\n,,,\ndate,city,price,state\n" + rows,
                "date,city,price,state", 3, "2012-03-01,Oslo,4.5,kept", "2012-03-03,Bonn,6.5,kept");
        of.add("delimiter of two characters", "date, city, price\n2012-03-01, Oslo, 4.5\n2012-03-02, Rome, 5.5\n", "date,city,price", 2,
                "2012-03-01,Oslo,4.5", "2012-03-02,Rome,5.5");
        of.add("every cell in quotes", "\"date\",\"city\",\"price\"\n\"2012-03-01\",\"Oslo\",\"4.5\"\n\"2012-03-02\",\"Rome\",\"5.5\"\n",
                "date,city,price", 2, "2012-03-01,Oslo,4.5", "2012-03-02,Rome,5.5");
        of.add("every cell in single quotes, semicolons", "'date';'city';'price'\n'2012-03-01';'Oslo';'4.5'\n'2012-03-02';'Rome';'5.5'\n",
                "date,city,price", 2, "2012-03-01,Oslo,4.5", "2012-03-02,Rome,5.5");
        of.add("escape is the backslash", "city,said,n\nOslo,\"a \\\"b\\\" c\",1\nRome,\"d, \\\"e\\\"\",2\n", "city,said,n", 2,
                "Oslo,a \"b\" c,1", "Rome,d@ \"e\",2");
        of.add("footnote", "city,price\nOslo,4.5\nRome,5.5\nBonn,6.5\n\nSource: own count\n", "city,price", 3, "Oslo,4.5", "Bonn,6.5");
        of.add("a row twice as long", "a,b\n1,2\n3,4\n5,6,7,8\n9,10\n", "a,b", 3, "1,2", "9,10");
        of.add("tabs and commas in cells", "name\tplace\tn\nAnn\tOslo, north\t1\nBob\tRome, south\t2\n", "name,place,n", 2,
                "Ann,Oslo@ north,1", "Bob,Rome@ south,2");
        of.add("lines of delimiters only between the rows", "a,b,c\n1,2,x\n,,\n3,4,y\n,,\n5,6,z\n", "a,b,c", 5, "1,2,x", "5,6,z");
    }

    /** Kinds of CleverCSV: delimiters and quotes that naive counting gets wrong. */
    private static void clever(List<SnifferCase> all) {
        Adder of = adder(all, "CleverCSV");
        of.add("more commas in text than delimiters", "id;text\n1;one, two, three\n2;four, five, six\n3;seven, eight, nine\n", "id,text",
                3, "1,one@ two@ three", "3,seven@ eight@ nine");
        of.add("apostrophes that quote nothing", "name,said\nAnn,it's fine\nBob,don't\nO'Hara,can't\n", "name,said", 3, "Ann,it's fine",
                "O'Hara,can't");
        of.add("links", "site,n\nhttp://a.org/x?y=1;z=2,1\nhttps://b.org/x:y|z,2\n", "site,n", 2, "http://a.org/x?y=1;z=2,1",
                "https://b.org/x:y|z,2");
        of.add("times of day", "time;on\n12:30:05;1.5\n12:31:05;2.5\n", "time,on", 2, "12:30:05,1.5", "12:31:05,2.5");
        of.add("dates and times with spaces", "when|n\n2020-01-02 10:00:00|1\n2020-01-03 11:00:00|2\n", "when,n", 2,
                "2020-01-02 10:00:00,1", "2020-01-03 11:00:00,2");
        of.add("pipes round a table", "|a|b|c|\n|1|2|3|\n|4|5|6|\n", "a,b,c", 2, "1,2,3", "4,5,6");
        of.add("tilde", "a~b~c\n1~2~x\n3~4~y\n5~6~z\n", "a,b,c", 3, "1,2,x", "5,6,z");
        of.add("spaces with a quoted name", "name n\n\"Ann Lee\" 1\n\"Bob Ray\" 2\n", "name,n", 2, "Ann Lee,1", "Bob Ray,2");
        of.add("quotes in some rows only", "a,b,c\n1,x,2\n3,\"y, z\",4\n5,w,6\n", "a,b,c", 3, "1,x,2", "5,w,6");
        of.add("a single column of names with commas", "name\n\"Lee, Ann\"\n\"Ray, Bob\"\n", "name", 2, "Lee@ Ann", "Ray@ Bob");
        of.add("addresses", "mail\tn\nann.lee@x.org\t1\nbob;ray@y.org\t2\n", "mail,n", 2, "ann.lee@x.org,1", "bob;ray@y.org,2");
        of.add("decimal commas between semicolons and spaces", "x; y\n1,25; 2,5\n3,75; 4,5\n", "x,y", 2, "1.25,2.5", "3.75,4.5");
        of.add("prices", "item,price\npen,$1.50\nbook,$12.00\n", "item,price", 2, "pen,$1.50", "book,$12.00");
        of.add("caret", "a^b^c\n1^x, y^2.5\n3^z^4.5\n", "a,b,c", 2, "1,x@ y,2.5", "3,z,4.5");
        of.add("lists in cells", "id,tags,n\n1,a;b;c,5\n2,d;e;f,6\n3,g;h;i,7\n", "id,tags,n", 3, "1,a;b;c,5", "3,g;h;i,7");
        of.add("hexadecimal and versions", "hash,version\n0xFF12,1.2.3\n0xAB34,1.2.4\n", "hash,version", 2, "0xFF12,1.2.3", "0xAB34,1.2.4");
    }

    /** Kinds of DuckDB's tests of its sniffer: headers, types, blank lines, sizes, encodings. */
    private static void duck(List<SnifferCase> all) {
        Adder of = adder(all, "DuckDB");
        of.add("all text with a header", "name,city\nann,Oslo\nbob,Rome\ncleo,Bonn\n", "name,city", 3, "ann,Oslo", "cleo,Bonn");
        of.add("no header, mixed types", "1,ann,2.5,true\n2,bob,3.5,false\n", "column_1,column_2,column_3,column_4", 2, "1,ann,2.5,true",
                "2,bob,3.5,false");
        of.add("header over dates", "d,t\n2019-01-31,10:00\n2019-02-01,11:00\n", "d,t", 2, "2019-01-31,10:00", "2019-02-01,11:00");
        of.add("day before month", "d;x\n31/01/2019;1\n01/02/2019;2\n", "d,x", 2, "2019-01-31,1", "2019-02-01,2");
        of.add("blank lines first", "\n\n\na,b\n1,2\n3,4\n", "a,b", 2, "1,2", "3,4");
        of.add("comments first, with delimiters", "# one, two, three\n# four\na,b\n1,2\n3,4\n", "a,b", 2, "1,2", "3,4");
        of.add("spaces round cells", "a , b , c\n 1 , 2 , x \n 3 , 4 , y \n", "a,b,c", 2, "1,2,x", "3,4,y");
        of.add("a long quoted cell early", "a,b\n\"" + "long text, and longer\n".repeat(500) + "\",1\nx,2\n", "a,b", 2,
                "long text@ and longer\n".repeat(500) + ",1", "x,2");
        of.add("type changes late", "x,y\n" + IntStream.range(0, 3000).mapToObj(i -> i + ",1.5\n")
                .collect(Collectors.joining()) + "last,2\n", "x,y", 3001, "0,1.5", "·,2");
        of.add("missing in the first rows", "a,b\n,\n,\n1,x\n2,y\n", "a,b", 4, "·,·", "2,y");
        of.add("mixed line ends", "a,b\r\n1,2\n3,4\r5,6\n", "a,b", 3, "1,2", "5,6");
        of.add("header only quoted", "\"a\",\"b\"\n1,2\n3,4\n", "a,b", 2, "1,2", "3,4");
        of.add("names twice", "a,a,b\n1,2,3\n4,5,6\n", "a,a_2,b", 2, "1,2,3", "4,5,6");
        of.add("a name missing", "a,,c\n1,2,3\n4,5,6\n", "a,column_2,c", 2, "1,2,3", "4,5,6");
        of.add("leading zeros", "zip|n\n00501|1\n00544|2\n", "zip,n", 2, "00501,1", "00544,2");
        of.add("thousands in quotes", "city,people\nOslo,\"1,234,567\"\nRome,\"2,345,678\"\n", "city,people", 2, "Oslo,1234567",
                "Rome,2345678");
        of.add("one column of numbers, no header", "1\n2\n3\n4\n", "column_1", 4, "1", "4");
        of.add("UTF-16 with mark", "\uFEFFa;b\n1;é\n2;è\n".getBytes(StandardCharsets.UTF_16LE), "a,b", 2, "1,é", "2,è");
        of.add("Latin-1", "name;n\nRené;1\nZoë;2\n".getBytes(Charset.forName("ISO-8859-1")), "name,n", 2, "René,1", "Zoë,2");
        of.add("truth values", "yes;n\ntrue;1\nfalse;2\ntrue;3\n", "yes,n", 3, "true,1", "true,3");
        of.add("trailing delimiter in the rows", "a|b|\n1|2|\n3|4|\n", "a,b", 2, "1,2", "3,4");
        of.add("a row too short at the end", "a,b,c\n1,2,3\n4,5,6\n7,8\n", "a,b,c", 2, "1,2,3", "4,5,6");
        of.add("quote never closed at the end", "a,b\n1,x\n2,y\n3,\"z\n", "a,b", 2, "1,x", "2,y");
        of.add("empty file but for the header in quotes", "\"id\";\"v\"\n\"1\";\"2,5\"\n\"2\";\"3,5\"\n", "id,v", 2, "1,2.5", "2,3.5");
        of.add("names that are numbers under a corner", "year,2019,2020\nOslo,1,2\nRome,3,4\n", "year,2019,2020", 2, "Oslo,1,2",
                "Rome,3,4");
        of.add("scientific notation and infinities", "x,y\n1e-3,1E5\n-2.5e+2,3\n", "x,y", 2, "0.001,100000", "-250,3");
        of.add("two delimiters in balance", "a;b,c\n1;2,5\n3;4,5\n5;6,5\n", "a,b@c", 3, "1,2.5", "5,6.5");
        of.add("line separators inside quotes with semicolons", "a;b\n\"x;\ny\";1\n\"z\";2\n", "a,b", 2, "x;\ny,1", "z,2");
    }

    private static Adder adder(List<SnifferCase> all, String suite) {
        return new Adder(all, suite);
    }

    /** Cells are given between commas, a comma inside one as "@" (which no cell but an address has, where it stands before a dot). */
    private record Adder(List<SnifferCase> all, String suite) {
        void add(String kind, String text, String names, int rows, String first) {
            add(kind, text, names, rows, first, first);
        }

        void add(String kind, String text, String names, int rows, String first, String last) {
            add(kind, text.getBytes(StandardCharsets.UTF_8), names, rows, first, last);
        }

        void add(String kind, byte[] bytes, String names, int rows, String first, String last) {
            all.add(new SnifferCase(suite, kind, bytes, cells(names), rows, cells(first), cells(last)));
        }

        private static List<String> cells(String text) {
            return java.util.Arrays.stream(text.split(",", -1)).map(cell -> cell.matches("\\S+@\\w\\.org") ? cell : cell.replace('@', ','))
                    .toList();
        }
    }
}
