"""yEd's own graphics: it shows no other names and colors, and lays nothing out by itself."""

import unicodedata
from math import cos, pi, sin, sqrt

from graph.entities import Entity
from graph.exports.columns import color
from graph.facts import Fact

NAMESPACE = ' xmlns:y="http://www.yworks.com/xml/graphml"'
KEYS = (
    '<key id="n_graphics" for="node" yfiles.type="nodegraphics"/>',
    '<key id="e_graphics" for="edge" yfiles.type="edgegraphics"/>',
)
_GOLDEN_ANGLE = pi * (3 - sqrt(5))
_SPACING = 130
_DARK = frozenset({"#1F3A5F", "#4C78A8"})


def node_graphics(entity: Entity, name: str, number: int) -> str:
    """A colored box with the escaped name, on the spiral on which the nodes lie in order."""
    x, y = _position(number)
    fill = color(entity)
    ink = "#FFFFFF" if fill in _DARK else "#000000"
    return (
        '<data key="n_graphics"><y:ShapeNode>'
        f'<y:Geometry height="30.0" width="{_width(entity.name):.1f}" x="{x:.1f}" y="{y:.1f}"/>'
        f'<y:Fill color="{fill}" transparent="false"/>'
        '<y:BorderStyle color="#333333" type="line" width="1.0"/>'
        f'<y:NodeLabel textColor="{ink}">{name}</y:NodeLabel>'
        '<y:Shape type="roundrectangle"/>'
        "</y:ShapeNode></data>"
    )


def edge_graphics(fact: Fact) -> str:
    """A line with an arrow, labeled with the fact's type."""
    return (
        '<data key="e_graphics"><y:PolyLineEdge>'
        '<y:LineStyle color="#777777" type="line" width="1.0"/>'
        '<y:Arrows source="none" target="standard"/>'
        f"<y:EdgeLabel>{fact.type}</y:EdgeLabel>"
        "</y:PolyLineEdge></data>"
    )


def _position(number: int) -> tuple[float, float]:
    """Places of about one density, whatever their number: seeds of a sunflower."""
    radius, angle = _SPACING * sqrt(number), number * _GOLDEN_ANGLE
    return radius * cos(angle), radius * sin(angle)


def _width(name: str) -> float:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in name)
    return 24.0 + 13 * wide + 8 * (len(name) - wide)
