"""The models of buying and leaving, from their definitions alone: what one customer with a known rate and a known way of leaving
does, averaged over all rates and ways by summing on a grid. No closed form, no special function but the gamma function of the standard
library is used, so that an error in a formula of the program cannot be an error here too.

    python3 forecast_integrals.py              cases as JSON lines on standard input, answers as JSON lines on standard output
    python3 forecast_integrals.py VISITS.csv   the triples of a file of visits: day of judgement in the first input line
"""
import csv, datetime, json, math, sys


def grid(shape, low_scale, high_scale, tail):
    """Points of ln of a gamma variable: its density falls as e^(shape u) below and as e^-e^u above."""
    low = math.log(shape / low_scale) - max(tail / shape, 9 / math.sqrt(shape))
    high = math.log((shape + 1) / high_scale) + min(4.5, 20 / math.sqrt(shape))
    step = 0.4 / math.sqrt(shape + 1)
    return [low + k * step for k in range(int((high - low) / step) + 2)], step


def averages(model, r, alpha, first, second, x, tx, t, ahead):
    """Likelihood, probability to be a customer still, expected purchases."""
    tail = 32
    lnorm = r * math.log(alpha) - math.lgamma(r)
    rates, step = grid(r + x, alpha + t, alpha + tx, tail)
    if model == "pareto_nbd":
        ways, other = grid(first, second + t, second + tx, tail)
        onorm = first * math.log(second) - math.lgamma(first)
        ways = [(math.exp(w), math.exp(onorm + first * w - second * math.exp(w))) for w in ways]
    else:
        other = 0.4 / math.sqrt(first + second + x + 2)
        onorm = math.lgamma(first + second) - math.lgamma(first) - math.lgamma(second)
        low, high = -tail / first - 2, tail / second + 2
        ways = []
        for k in range(int((high - low) / other) + 2):
            w = low + k * other
            p, q = 1 / (1 + math.exp(-w)), 1 / (1 + math.exp(w))
            ways.append((p, math.exp(onorm + first * math.log(p) + second * math.log(q))))
    likelihood = alive = bought = 0.0
    for u in rates:
        rate = math.exp(u)
        weight = math.exp(lnorm + (r + x) * u - alpha * rate)
        stays, stops = math.exp(-rate * t), math.exp(-rate * tx)
        for way, density in ways:
            if model == "pareto_nbd":
                here = math.exp(-(rate + way) * t)
                # She left at some time u between tx and t: the integral of way e^-(rate + way)u.
                gone = way / (rate + way) * (math.exp(-(rate + way) * tx) - here)
                ahead_of_one = rate / way * -math.expm1(-way * ahead)
            elif model == "mbg_nbd":
                here = (1 - way) ** (x + 1) * stays
                gone = way * (1 - way) ** x * stops
                ahead_of_one = -math.expm1(-rate * way * ahead) / way
            else:
                here = (1 - way) ** x * stays
                gone = way * (1 - way) ** (x - 1) * stops if x else 0.0
                ahead_of_one = -math.expm1(-rate * way * ahead) / way
            mass = weight * density
            likelihood += mass * (here + gone)
            alive += mass * here
            bought += mass * here * ahead_of_one
    return {"likelihood": math.log(likelihood * step * other), "alive": alive / likelihood, "expected": bought / likelihood}


def triples(path, until):
    """(x, t_x, T) in days of everybody in a file of visits who bought by a day."""
    days = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = datetime.date.fromisoformat(row["date"])
            if row["kind"] == "sale" and row["member_no"] and day <= until:
                days.setdefault(row["member_no"], set()).add(day)
    return {who: [len(d) - 1, (max(d) - min(d)).days, (until - min(d)).days] for who, d in days.items()}


def main():
    if len(sys.argv) > 1:
        print(json.dumps(triples(sys.argv[1], datetime.date.fromisoformat(sys.stdin.readline().strip()))))
        return
    for line in sys.stdin:
        case = json.loads(line)
        for key in ("tx", "t", "ahead"):
            case[key] /= 7
        print(json.dumps(averages(**case)))


main()
