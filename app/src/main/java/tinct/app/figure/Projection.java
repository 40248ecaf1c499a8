package tinct.app.figure;

import java.awt.geom.Point2D;

/**
 * Looks at the unit cube from its front, from above and from the side of high x: a weak perspective.
 *
 * <p>x runs to the right and forwards, y upwards, z to the right and backwards; so the diagonal from (0, 0, 0) to
 * (1, 1, 1), near which most colours of photographs lie, is seen at its full length.
 */
final class Projection {
    private static final double AZIMUTH = Math.toRadians(40);
    private static final double ELEVATION = Math.toRadians(22);
    private static final double DISTANCE = 6; // of the eye from the middle of the cube, in sides of the cube

    private final double middleX;
    private final double middleY;
    private final double scale;

    /**
     * Places the cube.
     *
     * @param middleX where its middle is seen
     * @param middleY likewise
     * @param scale length of a side that lies across the view, in pixels
     */
    Projection(double middleX, double middleY, double scale) {
        this.middleX = middleX;
        this.middleY = middleY;
        this.scale = scale;
    }

    /** Where a point of the cube is seen. */
    Point2D.Double point(double x, double y, double z) {
        double enlarged = scale * enlargement(x, y, z);
        return new Point2D.Double(middleX + enlarged * right(x, z), middleY - enlarged * up(x, y, z));
    }

    /** How near to the eye a point is, in pixels from the middle of the cube. */
    double nearness(double x, double y, double z) {
        return scale * towards(x, y, z);
    }

    /** How much larger than in the middle of the cube a thing looks. */
    double enlargement(double x, double y, double z) {
        return DISTANCE / (DISTANCE - towards(x, y, z));
    }

    private static double right(double x, double z) {
        return (x - 0.5) * Math.cos(AZIMUTH) + (z - 0.5) * Math.sin(AZIMUTH);
    }

    private static double forward(double x, double z) {
        return (x - 0.5) * Math.sin(AZIMUTH) - (z - 0.5) * Math.cos(AZIMUTH);
    }

    private static double up(double x, double y, double z) {
        return (y - 0.5) * Math.cos(ELEVATION) - forward(x, z) * Math.sin(ELEVATION);
    }

    private static double towards(double x, double y, double z) {
        return (y - 0.5) * Math.sin(ELEVATION) + forward(x, z) * Math.cos(ELEVATION);
    }
}
