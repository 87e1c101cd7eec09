package downhill.cluster;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.JoinedTables;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.csv.FilePart;
import downhill.data.csv.Imported;
import downhill.data.csv.PartProblems;
import downhill.data.csv.PartSurvey;
import downhill.data.csv.PartsReading;
import downhill.data.csv.PartsReport;
import downhill.data.prepare.PartOutline;
import downhill.data.prepare.PartSums;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.SpreadPreparation;
import downhill.data.prepare.SpreadRows;
import downhill.data.source.LoadedRows;
import downhill.engine.Precision;
import downhill.model.ModelSpec;
import downhill.race.LossWeights;
import downhill.race.RowShare;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in several files that no machine needs to hold: workers read the files, each its own, and tell what all together need to know.
 * Types, roles, which rows are held out and the steps of preparation are those of one machine that reads all files as one, in the order of
 * their names. Each file is read four times: for types, by one worker, who notes where rows begin, then, of a long one by each worker its
 * piece, for what can be used, for the sums that preparation is fitted from, and for the rows themselves.
 */
public final class SpreadTable {
    private final Workforce workers;
    private final List<Path> files;
    private final DataSpec spec;
    private final BooleanSupplier go;
    private List<ArrayList<FilePart>> shares;
    private PartsReading reading;
    private SpreadPreparation preparation;
    private List<BitSet> held;
    private int[] usable;
    private PartSums sums;
    private Preprocessing steps;
    private LoadedRows rows;

    private SpreadTable(Workforce workers, List<Path> files, DataSpec spec, BooleanSupplier go) {
        this.workers = workers;
        this.spec = spec;
        this.go = go;
        this.files = files;
    }

    /**
     * Reads and prepares.
     *
     * @param files paths that all workers know, in the order of their rows
     * @param spec  what to learn; its source says how files are read
     * @throws downhill.data.DataException                with the file's name, and the line where there is one
     * @throws java.util.concurrent.CancellationException where progress asked to end
     */
    public static SpreadTable read(Workforce workers, List<Path> files, DataSpec spec, Progress progress) {
        SpreadTable table = new SpreadTable(workers, files, spec, () -> !progress.cancelled());
        List<PartSurvey> surveys = table.surveys();
        progress.done(0.25);
        table.shares = FileShares.pieces(surveys, workers.slots());
        List<Maker<PartFiles>> makers = new ArrayList<>();
        table.shares.forEach(each -> makers.add(place -> new PartFiles(each)));
        try (Residents<PartFiles> parts = workers.hold(makers)) {
            table.read(parts, surveys, progress);
        }
        return table;
    }

    private ImportOptions options() {
        return spec.source() instanceof DataSource.CsvFile csv ? csv.options() : ImportOptions.DEFAULT;
    }

    private List<PartSurvey> surveys() {
        ImportOptions options = options();
        List<Maker<FileNames>> makers = new ArrayList<>();
        FileShares.of(files, workers.slots()).forEach(each -> makers.add(place -> new FileNames(each)));
        try (Residents<FileNames> names = workers.hold(makers)) {
            return together(names.each((each, number, wanted) -> PartFiles.surveys(each.files(), options, wanted), go));
        }
    }

    /** Files that are looked at by one worker. */
    private record FileNames(ArrayList<String> files) implements AutoCloseable {
        @Override
        public void close() {
            // They are names.
        }
    }

    private void read(Residents<PartFiles> parts, List<PartSurvey> surveys, Progress progress) {
        Map<String, ColumnType> types = spec.columns().stream()
                .collect(Collectors.toMap(ColumnSpec::name, ColumnSpec::type, (first, second) -> second));
        reading = PartsReading.of(surveys, options(), types);
        long all = surveys.stream().mapToLong(PartSurvey::rows).sum();
        Table beginning = JoinedTables.of(new Beginnings(reading).of(files, all, () -> !go.getAsBoolean()), reading.wanted().reading());
        preparation = new SpreadPreparation(beginning, spec);
        PartsReading how = reading;
        SpreadRows what = preparation.rows();
        List<PartFiles.Outlined> outlined = together(parts.each((each, number, wanted) -> each.outlines(how, what, wanted), go));
        List<PartOutline> outlines = outlined.stream().map(PartFiles.Outlined::outline).toList();
        progress.done(0.5);
        held = preparation.heldOut(outlines).stream().map(SpreadTable::bits).toList();
        usable = outlines.stream().mapToInt(PartOutline::usable).toArray();
        ArrayList<ArrayList<BitSet>> byShare = byShare();
        sums = parts.sum((each, number, wanted) -> each.sums(how, what, byShare.get(number), wanted), PartSums::plus, go);
        progress.done(0.75);
        steps = preparation.steps(sums);
        int validation = held.stream().mapToInt(BitSet::cardinality).sum();
        Prepared outline = preparation.outline(steps, IntStream.of(usable).sum() - validation, validation, what.weight() != null);
        rows = new LoadedRows(new Imported(beginning,
                PartsReport.of(surveys, reading, problems(outlined), beginning)), outline);
    }

    /** Of each file. */
    private List<PartProblems> problems(List<PartFiles.Outlined> outlined) {
        Map<Path, PartProblems> byFile = new LinkedHashMap<>();
        Iterator<PartFiles.Outlined> each = outlined.iterator();
        together(shares).forEach(part -> byFile.computeIfAbsent(part.file(), file -> new PartProblems()).add(each.next().problems()));
        return List.copyOf(byFile.values());
    }

    private static <T> List<T> together(List<ArrayList<T>> shares) {
        return shares.stream().flatMap(List::stream).toList();
    }

    private static BitSet bits(boolean[] held) {
        BitSet bits = new BitSet(held.length);
        IntStream.range(0, held.length).filter(i -> held[i]).forEach(bits::set);
        return bits;
    }

    private ArrayList<ArrayList<BitSet>> byShare() {
        ArrayList<ArrayList<BitSet>> all = new ArrayList<>();
        int part = 0;
        for (List<FilePart> share : shares) {
            all.add(new ArrayList<>(held.subList(part, part + share.size())));
            part += share.size();
        }
        return all;
    }

    /** What is known of the rows here: the table is that of their beginning. */
    public LoadedRows rows() {
        return rows;
    }

    /** Workers that have rows. */
    public int workers() {
        return shares.size();
    }

    /** The rows where they are, to train models on; each worker makes its own when it is first asked. */
    public DataParallel spread(ModelSpec model, Precision precision) {
        LossWeights weights = LossWeights.elsewhere(model, preparation.classes(), sums.classSums(preparation.classes()),
                preparation.rows().weight() != null);
        ShardMaker.Setup setup = new ShardMaker.Setup(rows.prepared().task(), model, weights, precision, shares.size());
        List<Maker<RowShare>> makers = new ArrayList<>();
        List<ArrayList<BitSet>> byShare = byShare();
        int first = 0;
        int part = 0;
        for (int share = 0; share < shares.size(); share++) {
            makers.add(new ShardMaker(shares.get(share), reading, preparation.rows(), byShare.get(share), steps, first, setup));
            for (BitSet own : byShare.get(share)) {
                first += usable[part++] - own.cardinality();
            }
        }
        return new DataParallel(workers.hold(makers), rows.prepared(), weights);
    }
}
