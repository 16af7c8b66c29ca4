// Coupons for the next visit, and the losses that two tills without a line may make: each has its name at the office.
#include "tests/sim/oracles.hpp"

#include "sync/office/projections/coupons.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <set>

namespace guitai::sim {
namespace {

using Names = std::set<std::string>;

// Of what is set apart under `code`, what stands before `end`.
Names named(World& world, std::string_view code, std::string_view end)
{
    constexpr int all{100'000};
    Names names;
    for (const office::SetApart& one : office::latest_set_apart(world.office().reads(), {}, all)) {
        if (one.why.code == code) names.insert(one.why.detail.substr(0, one.why.detail.find(end)));
    }
    return names;
}

void compare(Complaints& complaints, const Names& found, const Names& due, const Names& allowed)
{
    for (const std::string& name : due) {
        if (!found.contains(name)) complaints.push_back(fmt::format("nobody is told of the loss of {}", name));
    }
    for (const std::string& name : found) {
        if (!allowed.contains(name)) complaints.push_back(fmt::format("the office names {} a loss", name));
    }
}

} // namespace

Complaints losses_have_names(World& world)
{
    Complaints complaints;
    Names twice;
    for (const auto& [till, own] : world.tally().tills) {
        for (const SoldTally& sale : own.sold) {
            for (std::size_t at{0}; at < sale.wishes.size(); ++at) {
                if (sale.out(at) < 0) twice.insert(fmt::format("line {} of {}", at + 1, sale.receipt));
            }
        }
    }
    compare(complaints, named(world, "sale.returned_twice", " came back once more"), twice, twice);

    Names used_twice;
    Names may_be; // Taken away by a return that was heard before its last use.
    for (const auto& [code, coupon] : world.tally().coupons) {
        if (coupon.uses() - coupon.backs > 1) used_twice.insert("coupon " + code);
        if (coupon.uses() + coupon.voids > 1) may_be.insert("coupon " + code);
    }
    compare(complaints, named(world, "coupon.used_twice", " of NEXT"), used_twice, may_be);
    return complaints;
}

Complaints coupons_agree(World& world)
{
    Complaints complaints;
    for (const auto& [code, coupon] : world.tally().coupons) {
        const auto row = office::find_coupon(world.office().reads(), code);
        const std::int64_t due{coupon.uses() + coupon.voids - coupon.backs};
        if (!row || row->uses != due) {
            complaints.push_back(fmt::format("the office has coupon {} used {} times, of {}", code,
                                             row ? row->uses : -1, due));
        }
        if (coupon.uses() + coupon.voids > 1 || due < 0) continue; // Which of them counts, its loss says.
        for (SimTill* till : world.tills()) {
            const auto here = till->store().offers().coupon(code);
            if (here && here->used_on.empty() == coupon.is_open()) continue;
            // Handed back here before the news came that it had been used: this till believes the later word.
            if (here && coupon.is_open() && coupon.backs > 0) continue;
            complaints.push_back(fmt::format("till {} has coupon {} {}, and it is {}", till->number(), code,
                                             !here                   ? "nowhere"
                                             : here->used_on.empty() ? "open"
                                                                     : "used",
                                             coupon.is_open() ? "open" : "used"));
        }
    }
    return complaints;
}

} // namespace guitai::sim
