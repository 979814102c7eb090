"""Sights: the views of a pair of candidates, each with the attributes that its keys stand for."""

from loaders.korean.learned.sums import Attributes
from loaders.korean.learned.triggers import triggers


def itself(key: Attributes) -> Attributes:
    """Attributes that stand for themselves."""
    return key


def candidate(key: tuple[str, str, int, str, str, bool, bool, bool, bool, bool]) -> Attributes:
    """What the whole document says of an end."""
    role, kind, count, tail, trust, quoted, known, first, second, main = key
    return (
        f"{role}y{kind}", f"{role}n{count}", f"{role}z{tail}", f"{role}q{trust}{quoted:d}",
        f"{role}e{known:d}", f"{role}h{first:d}{second:d}", f"{role}m{main:d}",
    )  # fmt: skip


def field(key: tuple[str, str, int]) -> Attributes:
    """Which known field of business an end is, and how long its name is."""
    role, known, length = key
    return f"{role}f{known}", f"{role}l{length}"


def place(key: tuple[str, str, int]) -> Attributes:
    """The particle after an end, and how far in the line it stands."""
    role, part, far = key
    return f"{role}p{part}", f"{role}i{far}"


def after(key: tuple[str, str, str, str]) -> Attributes:
    """The token after an end and its particle."""
    role, part, form, tag = key
    classes = (f"{role}c{part}{c}" for c in classes_of(form))
    return f"{role}a{part}{form}", f"{role}A{part}{tag}", *classes


def second_after(key: tuple[str, str, str]) -> Attributes:
    """The second token after an end and its particle."""
    role, part, form = key
    return tuple(f"{role}C{part}{c}" for c in classes_of(form))


def before(key: tuple[str, str, str]) -> Attributes:
    """The token before an end."""
    role, form, tag = key
    return f"{role}b{form}", f"{role}B{tag}", *(f"{role}d{c}" for c in classes_of(form))


def predicate(key: tuple[str, str, str]) -> Attributes:
    """The predicate that comes after an end."""
    role, form, part = key
    return f"{role}v{form}|{part}", *(f"{role}w{c}|{part}" for c in classes_of(form))


def kinds(key: tuple[str, str, bool]) -> Attributes:
    """What the two ends are."""
    one, other, aside = key
    both = f"ty{one}>{other}"
    return ("1", both, "aside", f"aside{both}") if aside else ("1", both)


def joints(key: tuple[str, str, str, int, bool]) -> Attributes:
    """The particles of both ends, and whether clauses end between them."""
    side, one, other, breaks, shared = key
    return (
        f"p{side}{one}|{other}", f"c{side}{min(breaks, 3)}{shared:d}",
        f"cp{side}{min(breaks, 2)}{one}|{other}",
    )  # fmt: skip


def verb(key: tuple[str, str, str, str, bool]) -> Attributes:
    """The predicate after both ends, and whether it is the first one's next, too."""
    side, form, one, other, shared = key
    return f"v{side}{form}|{one}|{other}", f"V{side}{form}{shared:d}"


def distance(key: tuple[str, int, int, bool, tuple[str, ...]]) -> Attributes:
    """How far apart the ends are, and which names stand between them."""
    side, bucket, names, listed, labels = key
    own = [f"d{side}{bucket}", f"m{side}{min(names, 4)}", *(f"i{side}{one}" for one in labels)]
    return (*own, f"list{names > 0:d}") if listed else tuple(own)


def words(key: tuple[str, tuple[str, ...], tuple[str, ...]]) -> Attributes:
    """The few words between the ends."""
    side, forms, tags = key
    return f"b{side}{' '.join(forms)}", f"B{side}{' '.join(tags)}"


def far(side: str) -> Attributes:
    """That many words stand between the ends."""
    return (f"b{side}far",)


def classes(key: tuple[str, tuple[str, ...]]) -> Attributes:
    """The trigger classes somewhere between, before or after the ends: the prefix says where."""
    prefix, present = key
    return tuple(f"{prefix}{c}" for c in present)


def followers(key: tuple[str, str, str, str, str, str, str]) -> Attributes:
    """The tokens after both ends and their particles."""
    side, one, form, tag, other, other_form, other_tag = key
    return (
        f"j{side}{one}{tag}|{other}{other_tag}",
        *(f"J{side}{one}|{other}{c}" for c in classes_of(other_form)),
        *(f"K{side}{one}{c}|{other}" for c in classes_of(form)),
    )


def known(key: tuple[str, tuple[str, ...]]) -> Attributes:
    """What reference data says of the two, beside the trigger classes of the whole line."""
    fact, present = key
    return f"k{fact}", *(f"k{fact}|{c}" for c in present)


def carried(key: tuple[str, bool, int]) -> Attributes:
    """Why an end that the line does not name may be meant, and how many organizations it names."""
    why, headline, organizations = key
    return f"x{why}", f"x{headline:d}", f"xn{why[0]}{min(organizations, 3)}"


def alone(key: tuple[str, str, bool]) -> Attributes:
    """The particle of the end that is named, and whether the line has a subject."""
    why, part, own = key
    return f"xp{why}{part}", f"xo{why}{own:d}"


def verb_alone(key: tuple[str, str]) -> Attributes:
    """The predicate after the end that is named."""
    form, part = key
    return f"xv{form}|{part}", *(f"xw{c}|{part}" for c in classes_of(form))


def classes_of(form: str) -> tuple[str, ...]:
    """The trigger classes of a token."""
    return triggers().get(form, ())
