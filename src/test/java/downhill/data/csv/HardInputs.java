package downhill.data.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files of all tables of hard inputs, for tests of what is said about them. */
public final class HardInputs {
    private static final List<String> TEXTS = List.of("", "\n\n \n", "a,b\n", "a,b\n1,2\n", "a,b\n1,2\n3,4\n\n\n",
            "a,b\r\n1,2\n3,4\r5,6\n", "a,b\n\"x\ny\",2\nbad\n3,4\n", "a,b\n1,2\n3\0,4\n5,6\n", "<!DOCTYPE html><p>",
            "<?xml version=\"1.0\"?><a/>", "{\"a\":1}", "x y z\n1 2.5 u\n3 4.5 v\n5 6.5 w\n", "sep=;\na;b\n1;2\n3;4\n",
            "x;y\n1,5;2,5\n3,25;4\n", "x,y\n\"1,5\",2\n\"2,75\",3\n", "x;y\n1,234;a\n2,345;b\n", "x;y\n1 234;a\n22 345;b\n",
            "a,b\n'x,1',2\n'y, 2',3\n", "a,b\n\"x \\\"q\\\" y\",2\n\"z, \\\"r\\\"\",3\n", "a,b\n1,\"x\n2,y\n3,z\n",
            "a,b\n1,\"x\"y\n2,z\n3,w\n", "a,b\n1,x\"y\"z\n2,w\n", "a,b\n1, \"x,y\"\n2, \"z\"\n", "a,b,c\n1,2,3\n4,5\n6,7,8\n",
            "a,b\n1,2\n3,4,5\n6,7\n", "a,b\n1,2,\n3,4,\n", "a,b,\n1,2,\n3,4,\n", "Report\nby hand\n\na,b,c\n1,2,x\n3,4,y\n",
            "# c\na,b\n1,2\n# mid\n3,4\n", "name,b,c\nu,2,3\nv,5,6\nTotal,,123\n", "a,b,c\n1,2,3\n4,5,6\n7,8,9\nTotal,,123\n",
            "a,b,c\n1,2,3\n3,4,5\n6,7,8\n\nc,d\n5,6\n7,8\n", "a,b\n1,2\n3,4\n\nc,d\n5,6\n7,8\n", "t,v\ns,m/s\n1,2.5\n2,3.5\n3,4.5\n",
            "1,2,x\n3,4,y\n", "city,2019,2020\nOslo,1.5,2.5\nRome,3,4\n", "a,a,\n1,2,3\n4,5,6\n", "x,y\nr1,1,2\nr2,3,4\n",
            "x,y,z\n1,1,1,2,7\n1,2,3,4,8\n1,1,5,6,9\n", "a,b,c,x\n1,2,3\n4,5,6\n", "x,y\n1,1\n2,2\n3,3\noops,4\n4,5\n", "a,b\n,1\nNA,2\n",
            "x,y\n1,1e-400\n2,Infinity\n3,4\n", "id,v\n9007199254740993,1\n9007199254740995,2\n", "zip,v\n00501,1\n10001,2\n",
            "a,b\n１２,−3\n３４,−4\n", "p,q\n12%,$3\n5%,$4\n", "d,v\n01/02/2020,1\n2020-01-03,2\n",
            "d,e\n01/02/2020,25/01/2020\n03/02/2020,01/25/2020\n", "d,e\n13/02/2020,25/01/2020\n03/02/2020,11/01/2020\n",
            "d,e\n01/25/2020,25/01/2020\n01/26/2020,26/01/2020\n",
            "d,v\n01/02/2020,1\n01/02/2020,2\n01/02/2020,3\n31/02/2020,3\n04/02/2020,3\n13/02/2020,3\n", "a,b\n1,5\n2,5\n",
            "x,c\n1,2\n1,2\n3,4\n", "\uFEFFa,b\n1,2\n\uFEFFa,b\n3,4\n", ",,\n,,\n", "a,b\n1,b\n2,a\na,b\n",
            "ann,Oslo\nbob,Rome\nann,Bonn\n", "a,a\na,b\nc,d\n",
            "x\n1\n2\n", "text", "1,2,3", "id\n" + "u,v\n".repeat(12), "name,n\n" + lines(), "d,v\n31/12/98,1\n01/02/99,2\n",
                    "é,v\n1,2\n3,4\n");

    private HardInputs() {
    }

    private static String lines() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append('n').append((char) ('a' + i)).append(i).append(',').append(i).append('\n');
        }
        return text.toString();
    }

    public static List<byte[]> all() {
        List<byte[]> all = new ArrayList<>();
        TEXTS.forEach(text -> all.add(text.getBytes(StandardCharsets.UTF_8)));
        FurtherCase.all().forEach(one -> all.add(one.bytes()));
        SnifferCase.all().forEach(one -> all.add(one.bytes()));
        all.add("name,n\nRené,1\nZoë,2\n".getBytes(StandardCharsets.ISO_8859_1));
        all.add("名称,数值\n北京,1\n上海,2\n".getBytes(Charset.forName("GB18030")));
        all.add("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        all.add(broken());
        for (String start : List.of("PK\3\4", "\u0089PNG", "%PDF", "PAR1", "SQLite format 3", "\u0089HDF", "\u00CA\u00FE\u00BA\u00BE",
                "BZh", "\u00FD7zXZ", "\u001F\u008B\b\0")) {
            all.add((start + "x".repeat(40)).getBytes(StandardCharsets.ISO_8859_1));
        }
        all.add(new byte[200]);
        all.add(("c," + "x,".repeat(11_000) + "\n1," + "2,".repeat(11_000)).getBytes(StandardCharsets.UTF_8));
        return all;
    }

    /** Valid characters beyond ASCII and one broken byte. */
    private static byte[] broken() {
        byte[] bytes = ("name,n\n" + "René,1\n".repeat(20) + "Zo?,2\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xFF;
        return bytes;
    }
}
