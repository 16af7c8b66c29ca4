// The arithmetic under promotions, worked out by hand.
#include "sync/pricing/amounts.hpp"

#include "tests/support/catch.hpp"

#include <numeric>

using namespace guitai;
using pricing::CashRounding;
using pricing::Minor;

namespace {

std::vector<Minor> shared(Minor total, const std::vector<Minor>& weights)
{
    std::vector<Minor> parts;
    pricing::share(total, weights, parts);
    return parts;
}

} // namespace

TEST_CASE("parts follow the weights, and what is left goes to the largest remainders", "[pricing]")
{
    CHECK(shared(100, {1, 1, 2}) == std::vector<Minor>{25, 25, 50});
    CHECK(shared(100, {1, 1, 1}) == std::vector<Minor>{34, 33, 33}); // Equal remainders: the earlier place.
    CHECK(shared(10, {2, 5, 6}) == std::vector<Minor>{1, 4, 5});     // 1.54, 3.85, 4.62: the two largest rests.
    CHECK(shared(5, {0, 0}) == std::vector<Minor>{0, 0});
    CHECK(shared(0, {3, 4}) == std::vector<Minor>{0, 0});
}

TEST_CASE("no part is larger than its weight where the total is not", "[pricing]")
{
    const std::vector<Minor> weights{1, 7, 13, 1, 999};
    for (Minor total{0}; total <= 1'021; ++total) {
        const auto parts = shared(total, weights);
        CHECK(std::accumulate(parts.begin(), parts.end(), Minor{0}) == total);
        for (std::size_t place{0}; place < parts.size(); ++place) CHECK(parts[place] <= weights[place]);
    }
}

TEST_CASE("cash is rounded to coins, odd ones too", "[pricing]")
{
    CHECK(pricing::cash_rounded(1'237, 10, CashRounding::down) == 1'230);
    CHECK(pricing::cash_rounded(1'231, 10, CashRounding::up) == 1'240);
    CHECK(pricing::cash_rounded(1'235, 10, CashRounding::half_up) == 1'240);
    CHECK(pricing::cash_rounded(2, 5, CashRounding::half_up) == 0);
    CHECK(pricing::cash_rounded(3, 5, CashRounding::half_up) == 5);
}

TEST_CASE("all visits together hand over exactly the cash that was paid", "[pricing]")
{
    // 12.37 was paid as 12.30; 4.12 comes back, then 4.12, then the rest.
    pricing::CashHistory history{.sold_exact = 1'237, .sold_cash = 1'230};
    std::vector<Minor> handed;
    for (const Minor exact : {412, 412, 413}) {
        history.back_exact += exact;
        handed.push_back(pricing::cash_back(history, 10, CashRounding::down));
        history.handed_before += handed.back();
    }
    CHECK(handed == std::vector<Minor>{410, 410, 410});
}
