package downhill.expr;

import java.util.LinkedHashSet;
import java.util.Set;

/** The names that a formula needs values for. */
public final class Symbols {
    private Symbols() {
    }

    /** The symbols of an expression, in the order of their first use. */
    public static Set<String> of(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        collect(expr, names);
        return names;
    }

    private static void collect(Expr expr, Set<String> names) {
        if (expr instanceof Expr.Sym sym) {
            names.add(sym.name());
        }
        Exprs.children(expr).forEach(child -> collect(child, names));
    }
}
