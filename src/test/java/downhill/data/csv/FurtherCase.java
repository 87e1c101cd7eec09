package downhill.data.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A small file that was once read wrongly, or might be, and how it is to be read.
 *
 * @param names   names of the columns, commas between
 * @param columns their types by first letter: number, category, text, date, boolean
 * @param cells   the cells of all rows, | between cells and / between rows, · for a missing one, ‖ for a / within one
 * @param asked   what a person is asked to look at, blanks between
 */
record FurtherCase(String what, byte[] bytes, String names, String columns, String cells, String asked) {
    @Override
    public String toString() {
        return what;
    }

    static List<FurtherCase> all() {
        List<FurtherCase> all = new ArrayList<>();
        lines(all);
        delimiters(all);
        headers(all);
        numbers(all);
        missing(all);
        dates(all);
        bytes(all);
        return all;
    }

    private static void add(List<FurtherCase> all, String what, String text, String names, String columns, String cells, String asked) {
        all.add(new FurtherCase(what, text.getBytes(StandardCharsets.UTF_8), names, columns, cells, asked));
    }

    private static void lines(List<FurtherCase> all) {
        add(all, "a ruling line below the names", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", "a,b", "nn", "1|2/3|4", "");
        add(all, "a table drawn with strokes", "+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n| 3 | 4 |\n+---+---+\n", "a,b", "nn",
                "1|2/3|4", "");
        add(all, "a ruling line of another length", " id | name \n----+------\n  1 | ann\n  2 | bob\n  3 | cleo\n", "id,name", "nc",
                "1|ann/2|bob/3|cleo", "");
        add(all, "negative numbers are no ruling line", "a,b\n-1,---\n-2,5\n-3,6\n-4,7\n", "a,b", "nn", "-1|·/-2|5/-3|6/-4|7", "");
        add(all, "the mark at which old programs end", "a,b\n1,2\n3,4\n\u001A", "a,b", "nn", "1|2/3|4", "");
        add(all, "a form feed before a row", "a,b\n1,2\n\f3,4\n5,6\n", "a,b", "nn", "1|2/3|4/5|6", "");
        add(all, "a comment below the names", "a,b\n# units: m, s\n1,2\n3,4\n", "a,b", "nn", "1|2/3|4", "comment");
        add(all, "errors of a spreadsheet are no comments", "a,b\n1,x\n#N/A,y\n#DIV/0!,z\n4,w\n#VALUE!,v\n", "a,b", "nc",
                "1|x/·|y/·|z/4|w/·|v", "");
        add(all, "colours are no comments", "color,n\n#ff0000,1\n#00ff00,2\n", "color,n", "cn", "#ff0000|1/#00ff00|2", "");
    }

    private static void delimiters(List<FurtherCase> all) {
        add(all, "sentences with commas in one column", "text\nthis is, well, a line\nand another: one\nthe third; of them\n", "text", "c",
                "this is, well, a line/and another: one/the third; of them", "delimiter header");
        add(all, "one column in which one value has a semicolon", "c0\nv0\na;b\n", "c0", "c", "v0/a;b", "delimiter header");
        add(all, "two colons", "1::Red House (1995)::x\n2::Oak (1996)::y\n3::Night (1995)::z\n", "column_1,column_2,column_3", "ncc",
                "1|Red House (1995)|x/2|Oak (1996)|y/3|Night (1995)|z", "delimiter");
        add(all, "two bars", "a||b\n1||x\n2||y\n", "a,b", "nc", "1|x/2|y", "delimiter");
        add(all, "an empty column is no delimiter of two characters", "a,x,b\n1,,2\n3,,4\n5,,6\n", "a,x,b", "nnn", "1|·|2/3|·|4/5|·|6", "");
        add(all, "a link that holds the delimiter below two names", "url,n\nhttp://a.b/x,y,5\n", "url,n", "c", "http:‖‖a.b‖x,y,5",
                "delimiter header");
        add(all, "links among which one holds the delimiter", "url,n\nhttp://a.b/x,y,5\nhttp://a.b/z,6\n", "url,n", "cn", "http:‖‖a.b‖z|6",
                "delimiter header");
        add(all, "lines of a log divide at colons only with doubt", "2020-01-01 10:00:00 INFO a\n2020-01-01 10:00:01 WARN b\n",
                "column_1,column_2,column_3", "ccc", "2020-01-01 10|00|00 INFO a/2020-01-01 10|00|01 WARN b", "delimiter");
        add(all, "commas inside quotes only", "\"x, y\";1\n\"z, w\";2\n", "column_1,column_2", "cn", "x, y|1/z, w|2", "");
        add(all, "paths that end with a backslash in quotes", "path,n\n\"C:\\temp\\\",1\n\"D:\\data\\\",2\n", "path,n", "cn",
                "C:\\temp\\|1/D:\\data\\|2", "");
        add(all, "decimal commas without names", "0,0;3,0\n1,3;5,8\n", "column_1,column_2", "nn", "0|3/1.3|5.8", "");
    }

    private static void headers(List<FurtherCase> all) {
        add(all, "dates above numbers", "city,2020-01-01,2020-01-02\nOslo,1,2\nRome,3,4\n", "city,2020-01-01,2020-01-02", "cnn",
                "Oslo|1|2/Rome|3|4", "");
        add(all, "names that mean yes and no", "yes,no\n1,2\n3,4\n", "yes,no", "nn", "1|2/3|4", "");
        add(all, "names that count up from zero", ",0,1,2\n0,0.5,1.5,2.5\n1,3.5,4.5,5.5\n", "column_1,0,1,2", "nnnn",
                "0|0.5|1.5|2.5/1|3.5|4.5|5.5", "header");
        add(all, "whole numbers that count up are values", "1,2,3\n4,5,6\n7,8,9\n", "column_1,column_2,column_3", "nnn",
                "1|2|3/4|5|6/7|8|9", "");
        add(all, "a time of day is no name", "12:30\n13:45\n14:00\n", "column_1", "c", "12:30/13:45/14:00", "delimiter header");
        add(all, "a zero-width space before a name", "\u200Ba,b\n1,2\n3,4\n", "a,b", "nn", "1|2/3|4", "");
        add(all, "names on two lines", "\"time\n(s)\",\"speed\n(m/s)\"\n0,1.5\n1,2.5\n", "time (s),speed (m/s)", "nn", "0|1.5/1|2.5", "");
    }

    private static void numbers(List<FurtherCase> all) {
        add(all, "groups as in India", "amount,n\n\"1,23,456\",1\n\"12,34,567.5\",2\n\"2,345\",3\n", "amount,n", "nn",
                "123456|1/1234567.5|2/2345|3", "thousands");
        add(all, "points that could be thousands", "x;y\n1.234;a\n2.345;b\n", "x,y", "nc", "1.234|a/2.345|b", "decimal");
        add(all, "columns with different decimal marks", "a;b\n1,5;2.5\n3,5;4.5\n5,25;6.5\n", "a,b", "cn", "1,5|2.5/3,5|4.5/5,25|6.5",
                "decimal");
        add(all, "a dash for a minus", "v,n\n–5,1\n–6,2\n3,3\n", "v,n", "nn", "-5|1/-6|2/3|3", "");
        add(all, "brackets for a minus stay text unless asked for", "v,n\n(1.5),1\n2.5,2\n(3),3\n", "v,n", "cn", "(1.5)|1/2.5|2/(3)|3", "");
        add(all, "exponents in every form", "v,n\n1e5,1\n1E+05,2\n1.5e-3,3\n", "v,n", "nn", "100000|1/100000|2/0.0015|3", "");
        add(all, "hexadecimal is text", "v,n\n0x1F,1\n0xFF,2\n", "v,n", "cn", "0x1F|1/0xFF|2", "");
    }

    private static void missing(List<FurtherCase> all) {
        add(all, "points where numbers lack", "a,b\n1.5,.\n.,2.5\n3.5,4.5\n", "a,b", "nn", "1.5|·/·|2.5/3.5|4.5", "");
        add(all, "long dashes where numbers lack", "v,n\n5,1\n—,2\n3,3\n–,4\n", "v,n", "nn", "5|1/·|2/3|3/·|4", "");
        add(all, "dots among texts are texts", "v,n\nx,1\n.,2\ny,3\n", "v,n", "cn", "x|1/.|2/y|3", "");
        add(all, "no number in the spellings of C", "a,b\n1,x\n-nan,y\n1.#QNAN,z\nNAN,w\n", "a,b", "nc", "1|x/·|y/·|z/·|w", "");
        add(all, "infinity in the spelling of C", "a,b\n1,x\n2,y\n3,z\n4,w\n1.#INF,v\n", "a,b", "nc", "1|x/2|y/3|z/4|w/·|v", "");
    }

    private static void dates(List<FurtherCase> all) {
        add(all, "a zone by name is no date", "t,v\n2020-03-29 02:30 Europe/Berlin,1\n2020-03-29 03:30 CET,2\n", "t,v", "cn",
                "2020-03-29 02:30 Europe‖Berlin|1/2020-03-29 03:30 CET|2", "");
        add(all, "a thirteenth month is no date", "d,v\n2019-13-01,1\n2019-14-02,2\n", "d,v", "cn", "2019-13-01|1/2019-14-02|2", "");
        add(all, "a thirtieth of February is left out alone", "d,v\n2019-01-31,1\n2019-02-30,2\n2019-03-01,3\n", "d,v", "dn",
                "2019-01-31|1/·|2/2019-03-01|3", "");
        add(all, "a space before the zone", "d,v\n2019-01-31 10:30:15 +0200,1\n2019-02-01 11:30:16 UTC,2\n", "d,v", "dn",
                "2019-01-31T10:30:15+0200|1/2019-02-01T11:30:16Z|2", "");
        add(all, "the day first with a time", "d,v\n31.01.2019 10:30,1\n01.02.2019 9:05,2\n", "d,v", "dn",
                "2019-01-31T10:30|1/2019-02-01T09:05|2", "");
        add(all, "the month first with morning and afternoon", "d,v\n01/31/2019 10:30 PM,1\n02/01/2019 12:30 AM,2\n", "d,v", "dn",
                "2019-01-31T22:30|1/2019-02-01T00:30|2", "");
        add(all, "the year first with slashes", "d,v\n2019/01/31,1\n2019/2/1,2\n", "d,v", "dn", "2019-01-31|1/2019-02-01|2", "");
        add(all, "months by name", "d,v\n31 Jan 2019,1\n\"Feb 1, 2019\",2\n1-Mar-2019,3\n", "d,v", "dn",
                "2019-01-31|1/2019-02-01|2/2019-03-01|3", "");
        add(all, "Chinese dates", "d,v\n2019年1月31日,1\n2019年2月1日,2\n", "d,v", "dn", "2019-01-31|1/2019-02-01|2", "");
        add(all, "points between day and month", "d;v\n01.03.2019;1\n01.02.2019;2\n", "d,v", "dn", "2019-03-01|1/2019-02-01|2", "dates");
        add(all, "slashes between day and month", "d,v\n01/03/2019,1\n01/02/2019,2\n", "d,v", "cn", "01‖03‖2019|1/01‖02‖2019|2", "dates");
        add(all, "a column shows the order of the other", "d,e\n01/03/2019,25/03/2019\n02/03/2019,26/03/2019\n", "d,e", "dd",
                "2019-03-01|2019-03-25/2019-03-02|2019-03-26", "dates");
        add(all, "one text among many dates", "d,v\n2019-01-01,1\n2019-01-02,2\nlater,3\n2019-01-03,4\n2019-01-04,5\n", "d,v", "dn",
                "2019-01-01|1/2019-01-02|2/·|3/2019-01-03|4/2019-01-04|5", "");
    }

    private static void bytes(List<FurtherCase> all) {
        byte[] whole = "a,b\né,1\nö,2\nü".getBytes(StandardCharsets.UTF_8);
        all.add(new FurtherCase("UTF-8 cut off within its last character", java.util.Arrays.copyOf(whole, whole.length - 1), "a,b", "cn",
                "é|1/ö|2", ""));
        all.add(new FurtherCase("UTF-16 of Chinese without a mark", "名,值\n甲,1\n乙,2\n丙,3\n".getBytes(StandardCharsets.UTF_16BE), "名,值", "cn",
                "甲|1/乙|2/丙|3", "encoding"));
    }
}
