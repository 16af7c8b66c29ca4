#include "sync/office/stored_value.hpp"

#include "sync/events/payment_number.hpp"
#include "sync/events/purse_account.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/lasting_fact.hpp"
#include "sync/office/leases.hpp"
#include "sync/office/projections/gift_keys.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/purses/owners.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr std::size_t secret_bytes{32};

// The same for all tills, so that a card is good in every shop; it never leaves this database but sealed.
std::string gift_secret(Office& office)
{
    return lasting_fact(office.connection(), office.chance(), "gift_secret", secret_bytes);
}

// What the money of one number did under the other, which every screen has to take from that one: two sides of one
// move, so that the sum of both stays.
void tell_owner(Office& office, const database::Transaction& open, const LotPart& part, ValuePosted told)
{
    const MemberId owner{purses::owner_of(office.connection(), part.lot)};
    const std::string account{value_account(owner)};
    if (owner.empty() || is_gift_account(told.account) || account == told.account) return;
    told.source_origin = office_origin;
    told.source_number = 0;
    told.redemption.clear();
    ValuePosted back{told};
    back.amount = -told.amount;
    told.account = account;
    office.say(open, std::move(back));
    office.say(open, std::move(told));
}

void tell_restored(Office& office, const database::Transaction& open, const Event& event,
                   const std::vector<ValueRestored>& all, const std::string& subject)
{
    for (const ValueRestored& back : all) {
        for (const LotPart& part : back.lots) {
            const ValuePosted told{back.account, Money::from_minor(part.amount), part.expires_on,
                                   ValueReason::restored, subject, back.redemption, event.origin, event.number};
            office.say(open, told);
            tell_owner(office, open, part, told);
        }
    }
}

} // namespace

void share_gift_key(Office& office, const database::Transaction& open, TillNumber number)
{
    const auto till = find_till(office.connection(), number);
    if (!till || shares_gift_key(office.connection(), number)) return;
    const auto sealed = sealed_for(office.chance(), till->public_key, gift_secret(office));
    if (sealed) office.say(open, GiftKeySet{number, *sealed});
}

std::vector<Refusal> concerns_about_value(database::Connection& connection, const ValueLoaded& loaded)
{
    if (loaded.member.empty() || is_member(connection, loaded.member)) return {};
    return {{"value.unknown_member", fmt::format("{} paid in {}", loaded.member.text, text_of(loaded.taken.amount))}};
}

std::vector<Refusal> concerns_about_value(database::Connection& connection, const Event& event,
                                          const SaleCompleted& sale)
{
    std::vector<Refusal> concerns;
    for (const ValueSpent& spent : sale.value_spent) {
        const std::int64_t missing{not_in_leases(connection, event.origin, spent.lots)};
        if (missing == 0) continue;
        const std::string card{shown_account(spent.account)};
        concerns.push_back({"value.spent_twice",
                            fmt::format("{} of {} with {}: {} are in no lease of this till", text_of(spent.amount),
                                        card.empty() ? sale.member.text : card, sale.receipt.text,
                                        text_of(Money::from_minor(missing)))});
    }
    return concerns;
}

void tell_value(Office& office, const database::Transaction& open, const Event& event, const ValueLoaded& loaded)
{
    for (const LotEarned& lot : loaded.lots) {
        office.say(open, ValuePosted{loaded.account, Money::from_minor(lot.amount), lot.expires_on,
                                     ValueReason::loaded, payment_number(loaded, event.origin), {},
                                     event.origin, event.number});
    }
}

void tell_value(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale)
{
    for (const ValueSpent& spent : sale.value_spent) {
        for (const LotPart& part : spent.lots) {
            const ValuePosted told{spent.account, Money::from_minor(-part.amount), part.expires_on,
                                   ValueReason::spent, sale.receipt.text, {}, event.origin, event.number};
            office.say(open, told);
            tell_owner(office, open, part, told);
        }
    }
    tell_restored(office, open, event, sale.value_restored, sale.receipt.text);
}

void tell_value(Office& office, const database::Transaction& open, const Event& event, const OrderRefunded& refunded)
{
    tell_restored(office, open, event, refunded.value_restored, refunded.order.text);
}

} // namespace guitai::office
