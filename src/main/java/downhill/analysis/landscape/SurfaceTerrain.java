package downhill.analysis.landscape;

import downhill.engine.Precision;
import downhill.expr.Expr;
import downhill.model.SurfaceModel;

/** A function of x and y, exact by its formula, in float64. */
public record SurfaceTerrain(Expr formula) implements Terrain {
    @Override
    public int parameterCount() {
        return 2;
    }

    @Override
    public DataScope scope() {
        return DataScope.NONE;
    }

    @Override
    public StackedLoss open() {
        return StackedLoss.of(SurfaceModel.build(formula).loss(), Precision.DOUBLE);
    }
}
