package downhill.model;

import downhill.engine.graph.Node;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Convolutional networks, for images; {@link CnnGraph} builds them. */
final class CnnFamily extends NetworkFamily<Architecture.Cnn> {

    private static final Setting<List<Integer>> FILTERS = Sizes.sizes("cnn.filters", 1, null, "--filters");
    private static final Setting<Long> KERNEL = Sizes.size("cnn.kernel", null, "--kernel").unit("pixels");
    private static final Setting<Long> POOL = Sizes.size("cnn.pool", 2L, "--pool").unit("pixels");
    private static final Setting<List<Integer>> DENSE = Sizes.sizes("cnn.dense", 0, null, "--dense");
    private static final int PLAIN_KERNEL = 3;
    private static final List<Part<Architecture.Cnn, ?>> PARTS = List.of(
            new Part<>(FILTERS, of -> of.convolutions().stream().map(Convolution::filters).toList(), CnnFamily::withFilters),
            new Part<>(KERNEL, CnnFamily::kernel, CnnFamily::withKernel),
            new Part<>(POOL, of -> (long) of.pool(), (of, pool) -> new Architecture.Cnn(of.convolutions(), pool.intValue(), of.dense())),
            new Part<>(DENSE, Architecture.Cnn::dense, (of, dense) -> new Architecture.Cnn(of.convolutions(), of.pool(), dense)));

    CnnFamily() {
        super("cnn");
    }

    /** The one that a person sets for all convolutions. */
    private static long kernel(Architecture.Cnn cnn) {
        return kernels(cnn).get(0);
    }

    private static List<Integer> kernels(Architecture.Cnn cnn) {
        return cnn.convolutions().isEmpty() ? List.of(PLAIN_KERNEL) : cnn.convolutions().stream().map(Convolution::kernel).toList();
    }

    /** Each keeps its kernel; further ones have that of the last. */
    static Architecture.Cnn withFilters(Architecture.Cnn cnn, List<Integer> filters) {
        List<Integer> kernels = kernels(cnn);
        List<Convolution> convolutions = IntStream.range(0, filters.size())
                .mapToObj(i -> new Convolution(filters.get(i), kernels.get(Math.min(i, kernels.size() - 1)))).toList();
        return new Architecture.Cnn(convolutions, cnn.pool(), cnn.dense());
    }

    private static Architecture.Cnn withKernel(Architecture.Cnn cnn, Long kernel) {
        List<Convolution> convolutions = cnn.convolutions().stream()
                .map(each -> new Convolution(each.filters(), kernel.intValue())).toList();
        return new Architecture.Cnn(convolutions, cnn.pool(), cnn.dense());
    }

    @Override
    Input input() {
        return Input.IMAGES;
    }

    @Override
    void check(Architecture.Cnn cnn, Loss loss, InputShape shape) {
        int height = shape.length(1);
        int width = shape.length(2);
        for (int i = 0; i < cnn.convolutions().size(); i++) {
            Convolution convolution = cnn.convolutions().get(i);
            Sizes.positive(Said.of("size.kernel"), convolution.kernel());
            Said layer = Said.of("model.cnn.layer", i + 1);
            Said picture = Said.of("model.cnn.size", height, width);
            Sizes.require(convolution.kernel() <= Math.min(height, width), Said.of("model.cnn.kernel", layer, convolution.kernel(),
                    convolution.kernel(), picture));
            height = (height - convolution.kernel() + 1) / cnn.pool();
            width = (width - convolution.kernel() + 1) / cnn.pool();
            Sizes.require(height > 0 && width > 0, Said.of("model.cnn.pool", cnn.pool(), layer, picture));
        }
    }

    @Override
    Node output(Architecture.Cnn cnn, Layers layers, Node x, int outputs) {
        return new CnnGraph(layers, cnn).output(x, outputs);
    }

    @Override
    void count(Architecture.Cnn cnn, InputShape shape, int outputs, SizeCount count) {
        double channels = shape.length(0);
        double height = shape.length(1);
        double width = shape.length(2);
        for (Convolution convolution : cnn.convolutions()) {
            double patch = channels * convolution.kernel() * convolution.kernel();
            height -= convolution.kernel() - 1;
            width -= convolution.kernel() - 1;
            count.parameters(convolution.filters() * (patch + 1));
            count.perRow(height * width * (patch + convolution.filters()));
            channels = convolution.filters();
            height = Math.floor(height / cnn.pool());
            width = Math.floor(width / cnn.pool());
        }
        count.dense(count.dense(channels * height * width, cnn.dense()), outputs);
    }

    @Override
    List<String> outline(Architecture.Cnn cnn, InputShape shape) {
        List<String> sizes = new ArrayList<>(List.of(shape.toString()));
        int channels = shape.length(0);
        int height = shape.length(1);
        int width = shape.length(2);
        for (Convolution convolution : cnn.convolutions()) {
            channels = convolution.filters();
            height -= convolution.kernel() - 1;
            width -= convolution.kernel() - 1;
            sizes.add(channels + "@" + height + "×" + width);
            if (cnn.pool() > 1) {
                height /= cnn.pool();
                width /= cnn.pool();
                sizes.add(channels + "@" + height + "×" + width);
            }
        }
        sizes.add(String.valueOf(Math.multiplyExact(channels, height * width)));
        cnn.dense().forEach(size -> sizes.add(String.valueOf(size)));
        return sizes;
    }

    @Override
    public List<Part<Architecture.Cnn, ?>> settings() {
        return PARTS;
    }

    @Override
    Architecture.Cnn usual(InputShape shape) {
        return shape.rank() == 3 ? Architecture.Cnn.suiting(shape.length(1), shape.length(2)) : Architecture.Cnn.digits();
    }

    @Override
    public List<Inside> insides() {
        return List.of(Inside.FEATURE_MAPS, Inside.KERNELS);
    }

    @Override
    public List<String> reluViews(Architecture.Cnn cnn) {
        return IntStream.rangeClosed(1, cnn.convolutions().size()).mapToObj(i -> "conv" + i + ".map").toList();
    }

    @Override
    public List<HiddenUnits> units(Architecture.Cnn cnn, InputShape shape) {
        int depth = cnn.convolutions().size();
        List<HiddenUnits> layers = new ArrayList<>();
        int height = shape.length(1);
        int width = shape.length(2);
        for (int i = 1; i <= depth; i++) {
            Convolution convolution = cnn.convolutions().get(i - 1);
            height = (height - convolution.kernel() + 1) / cnn.pool();
            width = (width - convolution.kernel() + 1) / cnn.pool();
            layers.add(Layers.units("conv" + i, 0, convolution.filters(), i < depth
                    ? new HiddenUnits.Place("conv" + (i + 1) + ".weight", 1, 1, true)
                    : new HiddenUnits.Place("dense1.weight", 0, height * width, true)));
        }
        for (int i = 1; i <= cnn.dense().size(); i++) {
            layers.add(Layers.units("dense" + i, 1, cnn.dense().get(i - 1),
                    new HiddenUnits.Place("dense" + (i + 1) + ".weight", 0, 1, true)));
        }
        return layers;
    }

    @Override
    public Architecture.Cnn narrowed(Architecture.Cnn cnn, List<Integer> counts) {
        int depth = cnn.convolutions().size();
        return new Architecture.Cnn(withFilters(cnn, counts.subList(0, depth)).convolutions(), cnn.pool(),
                counts.subList(depth, counts.size()));
    }

    @Override
    public boolean isHeavy() {
        return true;
    }
}
