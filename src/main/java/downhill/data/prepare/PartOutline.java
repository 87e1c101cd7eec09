package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.NumberExtent;
import downhill.data.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must be known of one place's rows to say which of them are held out: how many can be used, the class of each, and by what it is told
 * from others. Four to twelve bytes for each row.
 */
public final class PartOutline implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SpreadRows rows;
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final Map<String, NumberExtent> extents = new LinkedHashMap<>();
    private int[] codes = new int[64];
    private long[] hashes;
    private long all;
    private int usable;

    /** Of no rows. */
    public PartOutline(SpreadRows rows) {
        this.rows = rows;
        this.hashes = new long[rows.keepsEqualRows() ? 64 : 0];
    }

    /** Adds a piece, those before it having been added. */
    public void add(Table piece) {
        Table typed = rows.typed(piece);
        int[] own = rows.usable(typed);
        room(usable + own.length);
        Column target = typed.column(rows.target());
        for (int i = 0; rows.classes() && i < own.length; i++) {
            codes[usable + i] = labels.computeIfAbsent(target.text(own[i]), name -> labels.size());
        }
        if (rows.keepsEqualRows()) {
            System.arraycopy(rows.hashes(typed, own), 0, hashes, usable, own.length);
        }
        rows.extents(piece).forEach((name, extent) -> extents.merge(name, extent, NumberExtent::plus));
        all += typed.rows();
        usable += own.length;
    }

    private void room(int wanted) {
        if (wanted > codes.length) {
            codes = Arrays.copyOf(codes, rows.classes() ? Math.max(wanted, 2 * codes.length) : codes.length);
        }
        if (wanted > hashes.length && rows.keepsEqualRows()) {
            hashes = Arrays.copyOf(hashes, Math.max(wanted, 2 * hashes.length));
        }
    }

    /** Rows that can be used. */
    public int usable() {
        return usable;
    }

    long all() {
        return all;
    }

    List<String> labels() {
        return new ArrayList<>(labels.keySet());
    }

    int code(int row) {
        return codes[row];
    }

    long hash(int row) {
        return hashes[row];
    }

    Map<String, NumberExtent> extents() {
        return extents;
    }
}
