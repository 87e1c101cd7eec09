package downhill.ui.landscape;

import downhill.analysis.landscape.ModelTerrain;
import downhill.analysis.landscape.SurfaceTerrain;
import downhill.analysis.landscape.Terrain;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.ModelSpec;
import downhill.model.Surface;
import downhill.model.Surfaces;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.session.LoadedData;
import java.util.Optional;

/** What a landscape would be of; two are equal where their landscapes are. */
sealed interface Site {
    /** Rows that the loss of a large model is measured on. */
    int FEW_ROWS = 200;

    /** Compiles what is needed; may take a moment. */
    Terrain terrain();

    /** Whether a point takes so long that fewer are measured, on fewer rows, by one thread. */
    default boolean heavy() {
        return false;
    }

    /** What is walked on; null for a model. */
    default Surface surface() {
        return null;
    }

    /** Of the open experiment; empty while its data are not there. */
    static Optional<Site> of(Experiment document, LoadedData data) {
        if (document.problem() instanceof Problem.Surface problem) {
            return Optional.of(new Formula(Surfaces.named(problem.formula()).orElseGet(() -> Surface.of(problem.formula()))));
        }
        Problem.Learning learning = (Problem.Learning) document.problem();
        boolean there = data != null && data.isUsable() && data.spec().equals(learning.data());
        return there ? Optional.of(new Learned(data.prepared(), learning.model())) : Optional.empty();
    }

    /** The loss of a model on data. */
    record Learned(Prepared prepared, ModelSpec model) implements Site {
        @Override
        public Terrain terrain() {
            return heavy() ? new ModelTerrain(prepared, model, FEW_ROWS, Precision.FLOAT) : ModelTerrain.of(prepared, model);
        }

        @Override
        public boolean heavy() {
            return model.architecture().family().isHeavy();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Learned that && that.prepared == prepared && that.model.equals(model);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(prepared) * 31 + model.hashCode();
        }
    }

    /** A function of x and y. */
    record Formula(Surface surface) implements Site {
        @Override
        public Terrain terrain() {
            return new SurfaceTerrain(surface.expression());
        }
    }
}
