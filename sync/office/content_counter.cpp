// Content of what happens at a counter beside tickets: debts, purses, fees, services that come back.
#include "sync/office/content.hpp"
#include "sync/office/content_parts.hpp"

#include <fmt/format.h>

namespace guitai::office {

Fault check(const AccountPaid& paid)
{
    if (auto wrong = check_named("member", paid.member)) return wrong;
    if (auto wrong = check_named("store", paid.store)) return wrong;
    if (auto wrong = check_date(paid.business_date)) return wrong;
    if (paid.taken.amount > Money{} && paid.taken.tender != TenderKind::on_account) return {};
    return fault("content.bad_amount", fmt::format("paid back {}", paid.taken.amount.minor()));
}

Fault check(const ValueLoaded& loaded)
{
    if (auto wrong = check_named("account", loaded.account)) return wrong;
    if (auto wrong = check_named("store", loaded.store)) return wrong;
    if (auto wrong = check_date(loaded.business_date)) return wrong;
    if (auto wrong = check_earned(loaded.lots, LotUnit::fen)) return wrong;
    std::int64_t principal{0};
    for (const LotEarned& lot : loaded.lots) {
        if (lot.account != loaded.account) return fault("content.wrong_unit", "a lot of another account");
        if (lot.lot_kind == LotKind::principal) principal += lot.amount;
    }
    if (auto wrong = check_sum("what was paid in", principal, loaded.taken.amount)) return wrong;
    if (loaded.taken.amount > Money{}) return {};
    return fault("content.bad_amount", fmt::format("paid in {}", loaded.taken.amount.minor()));
}

Fault check(const MembershipPaid& paid)
{
    if (auto wrong = check_named("member", paid.member)) return wrong;
    if (auto wrong = check_named("store", paid.store)) return wrong;
    if (auto wrong = check_date(paid.business_date)) return wrong;
    if (auto wrong = check_date(paid.lot.expires_on)) return wrong;
    if (auto wrong = check_earned({paid.lot}, LotUnit::points)) return wrong;
    if (paid.taken.amount > Money{}) return {};
    return fault("content.bad_amount", fmt::format("fee of {}", paid.taken.amount.minor()));
}

Fault check(const MembershipRefunded& refunded)
{
    if (auto wrong = check_named("fee", refunded.fee)) return wrong;
    if (auto wrong = check_named("member", refunded.member)) return wrong;
    if (auto wrong = check_named("account", refunded.account)) return wrong;
    if (auto wrong = check_named("store", refunded.store)) return wrong;
    if (auto wrong = check_date(refunded.business_date)) return wrong;
    if (auto wrong = check_drawn(refunded.lots)) return wrong;
    if (refunded.given.amount < Money{}) return {};
    return fault("content.bad_amount", fmt::format("fee back {}", refunded.given.amount.minor()));
}

Fault check(const ServiceReturned& returned)
{
    if (auto wrong = check_named("receipt", returned.receipt)) return wrong;
    if (auto wrong = check_named("service", returned.service)) return wrong;
    if (auto wrong = check_named("store", returned.store)) return wrong;
    if (auto wrong = check_date(returned.business_date)) return wrong;
    return check_restored(returned.restored);
}

} // namespace guitai::office
