// Who sold a line (导购): one person or several, with shares that add up to the
// whole; right after the sale it can still be put right, with a reason.
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t guides_max{4};
constexpr std::size_t reason_bytes_max{200};

Result<void> check_guides(const Desk& desk, const std::vector<GuideShare>& guides)
{
    if (guides.size() > guides_max) return refuse("guides.too_many", std::to_string(guides_max));
    std::int64_t sum{0};
    for (const GuideShare& guide : guides) {
        if (!desk.ports.staff.find(guide.staff))
            return refuse("guides.unknown", cut_to(guide.staff.text, reason_bytes_max));
        if (guide.share.value <= 0) return refuse("guides.wrong_sum", std::to_string(guide.share.value));
        const auto same = [&](const GuideShare& other) { return other.staff == guide.staff; };
        if (std::count_if(guides.begin(), guides.end(), same) > 1) return refuse("guides.twice", guide.staff.text);
        sum += guide.share.value;
    }
    if (!guides.empty() && sum != whole_share) return refuse("guides.wrong_sum", std::to_string(sum));
    return {};
}

} // namespace

Result<void> perform(Desk& desk, const SetGuides& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (auto good = check_guides(desk, command.guides); !good) return good;
    if (auto set = desk.state.cart.set_guides(command.line, command.guides); !set) return set;
    show_cart(desk, command.line);
    return {};
}

Result<void> perform(Desk& desk, const ChangeGuides& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    if (command.guides.empty()) return refuse("guides.wrong_sum", "0");
    if (auto good = check_guides(desk, command.guides); !good) return good;
    if (command.reason.empty() || command.reason.size() > reason_bytes_max) return refuse("guides.needs_reason");
    const auto sale = desk.ports.days.sale(command.receipt);
    if (!sale) return refuse("return.unknown_receipt", cut_to(command.receipt.text, reason_bytes_max));
    if (command.line < 1 || command.line > std::ssize(sale->lines)) {
        return refuse("cart.no_such_line", std::to_string(command.line));
    }
    if (sale->lines[static_cast<std::size_t>(command.line - 1)].guides.empty()) return refuse("guides.none_to_change");
    GuidesChanged changed;
    changed.receipt = command.receipt;
    changed.line = command.line;
    changed.guides = command.guides;
    changed.staff = desk.staff();
    changed.reason = command.reason;
    desk.write({changed});
    return {};
}

} // namespace guitai
