// Content of what happens at a counter beside tickets: debts, purses, fees, services that come back.
#include "sync/office/content.hpp"
#include "sync/office/content_parts.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

// Between the years 2000 and 2200: what is due days later can be worked out.
Fault check_instant(std::int64_t at_ms)
{
    constexpr std::int64_t earliest{946'684'800'000};
    constexpr std::int64_t latest{7'258'118'400'000};
    if (at_ms >= earliest && at_ms <= latest) return {};
    return fault("content.bad_date", fmt::format("{} is no moment", at_ms));
}

} // namespace

Fault check(const AccountPaid& paid)
{
    if (auto wrong = check_named("member", paid.member)) return wrong;
    if (auto wrong = check_named("store", paid.store)) return wrong;
    if (auto wrong = check_date(paid.business_date)) return wrong;
    if (paid.taken.amount > Money{} && paid.taken.tender != TenderKind::on_account) return {};
    return fault("content.bad_amount", fmt::format("paid back {}", paid.taken.amount.minor()));
}

Fault check(const ComplaintOpened& opened)
{
    const Complaint& complaint{opened.complaint};
    if (auto wrong = check_named("member", opened.member)) return wrong;
    if (auto wrong = check_named("complaint", complaint.complaint)) return wrong;
    if (auto wrong = check_text("complaint", complaint.about)) return wrong;
    if (auto wrong = check_length("sku", complaint.sku.text)) return wrong;
    if (auto wrong = check_length("store", complaint.store.text)) return wrong;
    if (auto wrong = check_length("staff", complaint.staff.text)) return wrong;
    return check_instant(complaint.opened_at_ms);
}

Fault check(const ComplaintAnswered& answered)
{
    if (auto wrong = check_named("member", answered.member)) return wrong;
    if (auto wrong = check_named("complaint", answered.complaint)) return wrong;
    if (auto wrong = check_text("answer", answered.answer.words)) return wrong;
    if (auto wrong = check_length("store", answered.answer.store.text)) return wrong;
    if (auto wrong = check_length("staff", answered.answer.staff.text)) return wrong;
    return check_instant(answered.answer.at_ms);
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
