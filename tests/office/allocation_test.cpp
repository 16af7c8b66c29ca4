#include "sync/office/allocation.hpp"

#include "tests/support/catch.hpp"

#include <random>

using namespace guitai;
using namespace guitai::office;

namespace {

const Sku coat{"COAT-M"};
const Sku scarf{"SCARF"};

Shelf shelf(const char* place, std::map<Sku, std::int64_t> pieces, bool is_warehouse = false)
{
    Shelf made;
    made.place = {place};
    made.is_warehouse = is_warehouse;
    for (const auto& [sku, count] : pieces) made.free_milli[sku] = count * 1'000;
    return made;
}

std::string said(const std::optional<std::vector<Part>>& parts)
{
    if (!parts) return "nothing";
    std::string text;
    for (const Part& part : *parts) {
        text += std::to_string(part.wanted) + ":" + part.place.text + ":" + std::to_string(part.milli / 1'000) + " ";
    }
    return text;
}

} // namespace

TEST_CASE("one place that has all of it goes before two that lie nearer")
{
    Shelf near_one{shelf("S01", {{coat, 1}})};
    near_one.nearness = 3;
    Shelf near_two{shelf("S02", {{coat, 1}})};
    near_two.nearness = 3;
    const std::vector<Wanted> two{{coat, 2'000}};

    CHECK(said(allocate(two, {near_one, near_two, shelf("S03", {{coat, 2}})}, 5)) == "0:S03:2 ");
}

TEST_CASE("of places that have all of it the first by priority sends, then a warehouse, the nearer, the fuller")
{
    const std::vector<Wanted> one{{coat, 1'000}};
    Shelf first{shelf("S09", {{coat, 1}})};
    first.priority = 1;
    Shelf nearer{shelf("S02", {{coat, 1}})};
    nearer.nearness = 2;

    CHECK(said(allocate(one, {shelf("W01", {{coat, 9}}, true), first}, 5)) == "0:S09:1 ");
    CHECK(said(allocate(one, {shelf("S01", {{coat, 9}}), shelf("W01", {{coat, 1}}, true)}, 5)) == "0:W01:1 ");
    CHECK(said(allocate(one, {shelf("S01", {{coat, 9}}), nearer}, 5)) == "0:S02:1 ");
    CHECK(said(allocate(one, {shelf("S01", {{coat, 1}}), shelf("S03", {{coat, 2}})}, 5)) == "0:S03:1 ");
}

TEST_CASE("what goes to one door is sent together where one place has both")
{
    const std::vector<Wanted> both{{coat, 1'000}, {scarf, 1'000}};

    const auto parts = allocate(both, {shelf("W01", {{coat, 5}}, true), shelf("S02", {{coat, 1}, {scarf, 1}}),
                                       shelf("S03", {{scarf, 9}})}, 5);

    CHECK(said(parts) == "0:S02:1 1:S02:1 ");
}

TEST_CASE("an order is parted in whole pieces where nobody has all of it, and never beyond the parcels allowed")
{
    const std::vector<Wanted> four{{coat, 4'000}};
    const std::vector<Shelf> ones{shelf("S01", {{coat, 1}}), shelf("S02", {{coat, 1}}), shelf("S03", {{coat, 2}})};

    CHECK(said(allocate(four, ones, 3)) == "0:S03:2 0:S01:1 0:S02:1 ");
    CHECK(said(allocate(four, ones, 2)) == "nothing");
    CHECK(said(allocate(std::vector<Wanted>{{coat, 5'000}}, ones, 5)) == "nothing");
}

TEST_CASE("in a large chain the one place that has all of it is found, however far down it stands")
{
    std::vector<Shelf> chain;
    for (int n{100}; n < 300; ++n) chain.push_back(shelf(("S" + std::to_string(n)).c_str(), {{coat, 1}}));
    chain.push_back(shelf("Z01", {{coat, 4}}));
    chain.back().priority = 900;
    chain.push_back(shelf("Z02", {{coat, 3}}));
    chain.back().priority = 900;

    CHECK(said(allocate(std::vector<Wanted>{{coat, 4'000}}, chain, 5)) == "0:Z01:4 ");
    CHECK(said(allocate(std::vector<Wanted>{{coat, 7'000}}, chain, 5)) == "0:Z01:4 0:Z02:3 ");
}

TEST_CASE("what is weighed comes from one place or not at all")
{
    const std::vector<Wanted> weighed{{coat, 1'500}};
    Shelf half{shelf("S01", {})};
    half.free_milli[coat] = 900;

    CHECK(said(allocate(weighed, {half, half}, 5)) == "nothing");
    CHECK(said(allocate(weighed, {shelf("S02", {{coat, 2}})}, 5)) == "0:S02:1 ");
}

TEST_CASE("an allocation never gives more than a place has and always all that is wanted")
{
    std::mt19937 dice{20'261'126};
    INFO("seed 20261126");
    const auto roll = [&dice](int from, int to) { return std::uniform_int_distribution{from, to}(dice); };
    for (int round{0}; round < 2'000; ++round) {
        std::vector<Wanted> wanted;
        for (int n{roll(1, 3)}; n > 0; --n) wanted.push_back({roll(0, 1) == 0 ? coat : scarf, roll(1, 3) * 1'000});
        std::vector<Shelf> shelves;
        for (int n{0}; n < roll(1, 6); ++n) {
            shelves.push_back(shelf(("S" + std::to_string(n)).c_str(), {{coat, roll(-1, 3)}, {scarf, roll(0, 2)}}));
        }
        const auto parts = allocate(wanted, shelves, 5);

        std::map<Sku, std::int64_t> there, asked;
        for (const Shelf& one : shelves) {
            for (const auto& [sku, milli] : one.free_milli) there[sku] += std::max<std::int64_t>(milli, 0);
        }
        for (const Wanted& one : wanted) asked[one.sku] += one.milli;
        if (!parts) {
            const bool short_of_some{there[coat] < asked[coat] || there[scarf] < asked[scarf]};
            CHECK((short_of_some || shelves.size() > 5));
            continue;
        }
        std::vector<std::int64_t> given(wanted.size());
        for (const Part& part : *parts) {
            given[part.wanted] += part.milli;
            auto& shelf = *std::find_if(shelves.begin(), shelves.end(),
                                        [&](const Shelf& one) { return one.place == part.place; });
            shelf.free_milli[wanted[part.wanted].sku] -= part.milli;
            CHECK(shelf.free_milli[wanted[part.wanted].sku] >= 0);
            CHECK(part.milli > 0);
        }
        for (std::size_t n{0}; n < wanted.size(); ++n) CHECK(given[n] == wanted[n].milli);
    }
}

TEST_CASE("a region is as near as its parts stand in the address")
{
    const std::string address{"浙江省 杭州市 西湖区 文三路 18 号"};

    CHECK(nearness_of("浙江省 杭州市 西湖区", address) == 3);
    CHECK(nearness_of("浙江省 杭州市 余杭区", address) == 2);
    CHECK(nearness_of("浙江省 宁波市 西湖区", address) == 1);
    CHECK(nearness_of("上海市 黄浦区", address) == 0);
    CHECK(nearness_of("", address) == 0);
}
