#include "sync/office/content_parts.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/events/time.hpp"
#include "sync/office/content.hpp"

#include <fmt/format.h>

#include <utility>

namespace guitai::office {
namespace {

// Longer names fit no index of a database, and no paper.
constexpr std::size_t name_bytes_max{200};
// More lots than one ticket can draw from.
constexpr std::size_t lots_max{10'000};

Fault check_units(std::string_view what, std::int64_t units)
{
    if (units > 0 && units <= points_max) return {};
    return fault("content.bad_amount", fmt::format("{} {}", units, what));
}

Fault check_maybe_date(std::string_view date) { return date.empty() ? Fault{} : check_date(date); }

Fault check_parts(const std::vector<LotPart>& parts, std::int64_t stated)
{
    if (parts.size() > lots_max) return fault("content.too_many", fmt::format("{} lots", parts.size()));
    std::int64_t sum{0};
    for (const LotPart& part : parts) {
        if (auto wrong = check_named("lot", part.lot)) return wrong;
        if (auto wrong = check_length("lease", part.lease)) return wrong;
        if (auto wrong = check_units("units of a lot", part.amount)) return wrong;
        if (auto wrong = check_maybe_date(part.expires_on)) return wrong;
        sum += part.amount;
    }
    if (sum == stated) return {};
    return fault("content.wrong_sum", fmt::format("the lots add up to {} and not to {}", sum, stated));
}

Fault check_spent(const PointsRedeemed& spent)
{
    if (auto wrong = check_named("account", spent.account)) return wrong;
    if (auto wrong = check_named("member", spent.member)) return wrong;
    if (auto wrong = check_units("points spent", spent.amount)) return wrong;
    return check_parts(spent.lots, spent.amount);
}

Fault check_value(const SaleCompleted& sale)
{
    for (const ValueSpent& spent : sale.value_spent) {
        if (auto wrong = check_named("account", spent.account)) return wrong;
        if (auto wrong = check_units("fen spent", spent.amount.minor())) return wrong;
        if (auto wrong = check_parts(spent.lots, spent.amount.minor())) return wrong;
    }
    return check_restored(sale.value_restored);
}

} // namespace

Fault fault(std::string code, std::string detail)
{
    return Refusal{std::move(code), std::move(detail)};
}

Fault check_sum(std::string_view what, std::int64_t sum, Money stated)
{
    if (sum == stated.minor()) return {};
    return fault("content.wrong_sum", fmt::format("{} add up to {} and not to {}", what, sum, stated.minor()));
}

Fault check_date(std::string_view date)
{
    if (is_iso_date(date)) return {};
    return fault("content.bad_date", fmt::format("'{}' is no date", date));
}

Fault check_length(std::string_view what, std::string_view name)
{
    if (name.size() <= name_bytes_max) return {};
    return fault("content.too_long", fmt::format("{} of {} bytes", what, name.size()));
}

Fault check_text(std::string_view what, std::string_view text)
{
    constexpr std::size_t text_bytes_max{400};
    if (text.size() <= text_bytes_max) return {};
    return fault("content.too_long", fmt::format("{} of {} bytes", what, text.size()));
}

Fault check_named(std::string_view what, std::string_view name)
{
    if (name.empty()) return fault("content.missing_name", fmt::format("{} is empty", what));
    return check_length(what, name);
}

Fault check_earned(const std::vector<LotEarned>& lots, LotUnit unit)
{
    for (const LotEarned& lot : lots) {
        if (auto wrong = check_named("account", lot.account)) return wrong;
        if (auto wrong = check_units("units earned", lot.amount)) return wrong;
        if (auto wrong = check_date(lot.earned_on)) return wrong;
        if (auto wrong = check_maybe_date(lot.expires_on)) return wrong;
        if (auto wrong = check_maybe_date(lot.matures_on)) return wrong;
        // Points in a purse of money, or money among points, would be worth a hundred times what was meant.
        const bool as_points{lot.lot_kind == LotKind::points};
        if (unit_of(lot.account) != unit || as_points != (unit == LotUnit::points)) {
            return fault("content.wrong_unit", fmt::format("a lot of {} for {}", word_of(lot.lot_kind), lot.account));
        }
    }
    return {};
}

Fault check_restored(const std::vector<ValueRestored>& all)
{
    for (const ValueRestored& back : all) {
        if (auto wrong = check_named("redemption", back.redemption)) return wrong;
        if (auto wrong = check_named("account", back.account)) return wrong;
        if (auto wrong = check_units("fen restored", back.amount.minor())) return wrong;
        if (auto wrong = check_parts(back.lots, back.amount.minor())) return wrong;
    }
    return {};
}

Fault check_restored(const PointsRestored& restored)
{
    if (auto wrong = check_named("redemption", restored.redemption)) return wrong;
    if (auto wrong = check_named("member", restored.member)) return wrong;
    if (auto wrong = check_units("points restored", restored.amount)) return wrong;
    if (auto wrong = check_parts(restored.lots, restored.amount)) return wrong;
    return check_maybe_date(restored.good_until);
}

Fault check_drawn(const std::vector<LotPart>& parts)
{
    std::int64_t sum{0};
    for (const LotPart& part : parts) {
        if (auto wrong = check_units("units of a lot", part.amount)) return wrong;
        sum += part.amount;
    }
    if (auto wrong = check_units("points drawn", sum)) return wrong;
    return check_parts(parts, sum);
}

Fault check_lots(const SaleCompleted& sale)
{
    if (auto wrong = check_earned(sale.earned, LotUnit::points)) return wrong;
    if (auto wrong = check_value(sale)) return wrong;
    for (const PointsRedeemed& spent : sale.spent) {
        if (auto wrong = check_spent(spent)) return wrong;
    }
    for (const ServiceTaken& taken : sale.services) {
        if (auto wrong = check_named("service", taken.service)) return wrong;
        if (auto wrong = check_spent(taken.spent)) return wrong;
    }
    for (const PointsRestored& restored : sale.restored) {
        if (auto wrong = check_restored(restored)) return wrong;
    }
    return {};
}

} // namespace guitai::office
