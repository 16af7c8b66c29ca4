#include "sync/office/member_site/carry_lease.hpp"

#include "sync/office/leases.hpp"
#include "sync/office/phone_codes.hpp"
#include "sync/purses/owners.hpp"

namespace guitai::office {

Result<std::string> carry_lease(Office& office, const database::Transaction& open, const MemberId& member,
                                std::string_view code)
{
    const auto carried = read_carried(carried_question_mark, code);
    const auto question = carried ? question_in(carried->words) : std::nullopt;
    if (!question) return refuse("carried.unreadable");
    // Only that till asks: a question of somebody else's would have the answer that the till's own gets later.
    const auto mac = signed_for_till(office, question->till, carried->text);
    if (!mac || !carried->is_signed_by(*mac)) return refuse("carried.unreadable");
    database::Connection& connection{office.connection()};
    const std::string purse{purses::points_account(connection, member)};
    if (purses::account_now(connection, question->account) != purse) return refuse("carried.not_yours");
    const auto granted = grant_lease(office, open, {question->till, question->epoch, question->generation,
                                                    question->ask, question->account, question->amount, true});
    if (!granted && granted.error().code == "lease.not_enough") {
        return refuse("carried.not_enough", std::to_string(purses::points_in(purses::available_of(connection, purse))));
    }
    if (!granted) return refuse("carried.not_now", granted.error().code);
    const std::string text{carried_text(carried_answer_mark, *granted)};
    if (text.size() > carried_bytes_max) return refuse("carried.too_long");
    const auto signature = signed_for_till(office, question->till, text);
    return with_signature(text, *signature);
}

} // namespace guitai::office
