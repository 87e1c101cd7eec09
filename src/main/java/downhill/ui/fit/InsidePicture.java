package downhill.ui.fit;

import downhill.analysis.fit.InnerView;
import downhill.analysis.fit.Kernels;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterSlot;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.TilePicture;
import downhill.ui.chart.TilePicture.Tile;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kernels, feature maps of an image, attention weights of a window: one panel for each contender. */
final class InsidePicture {
    private final FitQuestion question;
    private final ModelEngine engine;
    private final FitRows rows;
    private final int example;

    InsidePicture(FitQuestion question, ModelEngine engine) {
        this.question = question;
        this.engine = engine;
        this.rows = FitRows.of(engine.site().prepared(), question.heldOut());
        this.example = Math.min(question.example(), rows.examples().count() - 1);
    }

    FitPicture picture() {
        List<Panel> panels = new ArrayList<>();
        if (question.view() == FitView.MAPS) {
            panels.add(image());
        }
        String layer = FitLayers.of(question.from(), question.view()).get(question.layer());
        Map<ContenderSpec, double[][][]> all = new LinkedHashMap<>();
        question.contenders().stream().filter(one -> question.parameters(one) != null)
                .forEach(one -> all.put(one, pictures(layer, question.parameters(one))));
        double[] common = ends(all.values().stream().flatMap(Arrays::stream).toArray(double[][][]::new));
        for (ContenderSpec one : question.contenders()) {
            if (all.containsKey(one)) {
                panels.add(panel(one, layer, all.get(one), question.view() == FitView.ATTENTION ? common : ends(all.get(one))));
            } else {
                panels.add(question.missing(one));
            }
        }
        return new FitPicture(panels, List.of());
    }

    private double[][][] pictures(String layer, double[] parameters) {
        return switch (question.view()) {
            case KERNELS -> kernels(layer, parameters);
            case MAPS -> maps(layer, parameters);
            default -> heads(layer, parameters);
        };
    }

    /** Attention weights have one scale for all contenders, since they sum to 1; others have each their own. */
    private Panel panel(ContenderSpec one, String layer, double[][][] pictures, double[] ends) {
        boolean attention = question.view() == FitView.ATTENTION;
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < pictures.length; i++) {
            tiles.add(Tile.of(attention ? Messages.text("fit.head", Numbers.count(i + 1)) : "", pictures[i]));
        }
        String caption = Messages.text("fit.colours", layer, Numbers.format(ends[0]), Numbers.format(ends[1]));
        return Panel.of(one.id(), one.name(), one.style(), caption, new TilePicture(tiles, ends[0], ends[1],
                attention ? Messages.text("fit.attending") : "", attention ? Messages.text("fit.attended") : "", caption));
    }

    private double[][][] kernels(String layer, double[] parameters) {
        ParameterSlot slot = question.from().layout().slot(layer).orElseThrow();
        return Kernels.of(slot, parameters);
    }

    /** [1, height, width, filters] → [filter][height][width]. */
    private double[][][] maps(String layer, double[] parameters) {
        InnerView view = engine.view(layer);
        int[] shape = view.shape();
        double[] values = view.of(parameters, rows.input(example));
        double[][][] maps = new double[shape[3]][shape[1]][shape[2]];
        for (int i = 0; i < values.length; i++) {
            maps[i % shape[3]][i / shape[3] / shape[2]][i / shape[3] % shape[2]] = values[i];
        }
        return maps;
    }

    /** [1, heads, time, time] → [head][time][time]. */
    private double[][][] heads(String layer, double[] parameters) {
        InnerView view = engine.view(layer);
        int[] shape = view.shape();
        return pictures(view.of(parameters, rows.input(example)), shape[1], shape[2], shape[3]);
    }

    private static double[][][] pictures(double[] values, int count, int height, int width) {
        double[][][] pictures = new double[count][height][width];
        for (int i = 0; i < values.length; i++) {
            pictures[i / (height * width)][i / width % height][i % width] = values[i];
        }
        return pictures;
    }

    private Panel image() {
        Prepared prepared = engine.site().prepared();
        int[] shape = prepared.inputShape();
        double[][][] channels = pictures(inOwnUnits(rows.input(example), prepared), shape[0], shape[1], shape[2]);
        double[] ends = ends(channels);
        String name = FitLayers.example(engine.site(), rows, example);
        List<Tile> tiles = Arrays.stream(channels).map(channel -> Tile.of("", channel)).toList();
        return Panel.of("image", Messages.text("fit.image"), -1, name, new TilePicture(tiles, ends[0], ends[1], "", "", name));
    }

    /** Pixels as they were before they were scaled. */
    private static double[] inOwnUnits(double[] input, Prepared prepared) {
        double[] pixels = input.clone();
        List<FeatureStep> steps = prepared.preprocessing().features();
        for (int i = 0; i < pixels.length && steps.size() == pixels.length; i++) {
            if (steps.get(i) instanceof FeatureStep.Numeric step) {
                pixels[i] = pixels[i] * step.scale() + step.center();
            }
        }
        return pixels;
    }

    /** Equally far on both sides of 0 where there are values below it; else from 0 up. */
    private static double[] ends(double[][][] pictures) {
        double low = 0;
        double high = 0;
        for (double[][] picture : pictures) {
            for (double[] row : picture) {
                for (double value : row) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        double most = Math.max(-low, high);
        return low < 0 ? new double[] {-most, most} : new double[] {0, high};
    }
}
