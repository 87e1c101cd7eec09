package downhill.serve;

import downhill.data.Column;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Reading;
import downhill.data.csv.Block;
import downhill.data.csv.BlockListener;
import downhill.data.csv.CsvStream;
import downhill.data.csv.ImportProblem;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A CSV in a request as rows of texts; how it is written is found out as for a file. */
final class CsvBody implements BlockListener {
    private final Preprocessing preprocessing;
    private final int mostRows;
    private Set<String> known = Set.of();
    private ImportProblem lost;
    private List<String> columns = List.of();
    private RequestRows rows;

    private CsvBody(Preprocessing preprocessing, int mostRows) {
        this.preprocessing = preprocessing;
        this.mostRows = mostRows;
    }

    /**
     * Reads it.
     *
     * @throws downhill.data.DataException of one sentence where it is no CSV, or columns are missing
     * @throws RequestException where it has too many rows, or none
     */
    static RequestRows read(byte[] body, Preprocessing preprocessing, int mostRows) throws IOException {
        CsvBody reading = new CsvBody(preprocessing, mostRows);
        Reading training = preprocessing.reading();
        ImportOptions options = training == null ? ImportOptions.DEFAULT : training.options();
        CsvStream.read(body, "body", options, preprocessing.wanted(false), CsvStream.WHOLE, Progress.NONE, reading);
        if (reading.lost != null) {
            throw new RequestException(400, reading.lost.said());
        }
        if (reading.rows == null) {
            throw RequestException.bad("serve.rows.none");
        }
        return reading.rows;
    }

    @Override
    public void begin(List<String> names, Map<String, String> found) {
        columns = names;
        rows = null;
        lost = null;
        known = Set.copyOf(found.keySet());
        preprocessing.checkColumns(found.keySet(), names);
        Map<String, String> own = new HashMap<>();
        found.forEach((training, file) -> own.put(file, training));
        columns = names.stream().map(name -> own.getOrDefault(name, name)).toList();
    }

    @Override
    public void rows(Block block) {
        int count = block.table().rows();
        if (count == 0) {
            return;
        }
        if (count > mostRows) {
            throw RequestException.bad("serve.rows", count, mostRows);
        }
        RequestRows.Builder builder = new RequestRows.Builder(count);
        for (int row = 0; row < count; row++) {
            List<String> cells = block.cells().get(row);
            for (int i = 0; i < columns.size(); i++) {
                put(builder, row, i, cells.get(i), block);
            }
        }
        rows = builder.build();
    }

    /** What the reader made of a cell, since it knows how this file writes numbers and dates; else the text, to be told of. */
    private void put(RequestRows.Builder builder, int row, int i, String text, Block block) {
        String name = columns.get(i);
        Column read = known.contains(name) ? block.table().column(name) : null;
        if (read == null || read.isMissing(row)) {
            builder.put(row, name, text);
        } else {
            builder.put(row, name, ModelSchema.isNumber(preprocessing, name) ? (Object) read.number(row) : read.text(row));
        }
    }

    @Override
    public void problem(ImportProblem problem) {
        if (problem.kind().rejects() && lost == null) {
            lost = problem;
        }
    }

    @Override
    public void remark(Said sentence) {
        // About a whole file; its rows are answered all the same.
    }
}
