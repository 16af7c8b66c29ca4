#include "sync/events/person.hpp"

#include "sync/events/order.hpp"
#include "sync/events/profile_part.hpp"

#include <type_traits>

namespace guitai {
namespace {

template<typename One>
void forget(One& body)
{
    if constexpr (requires { body.profile.member; }) clear_parts(body.profile);
    if constexpr (std::is_same_v<One, OrderPlaced>) body.recipient = {{}, {}, collected_at(body).text};
    else if constexpr (requires { body.recipient.address; }) body.recipient = {};
    if constexpr (requires { body.recipient_name; }) body.recipient_name.clear();
    if constexpr (requires { body.note.about; }) body.note.about.clear();
    if constexpr (requires { body.complaint.about; }) body.complaint.about.clear();
    if constexpr (requires { body.answer.words; }) body.answer.words.clear();
    if constexpr (requires { body.note.clear(); }) body.note.clear();
    if constexpr (requires { body.password.hash; }) body.password.hash.clear();
    if constexpr (requires { body.buyer.birthday; }) body.buyer.birthday.clear();
    if constexpr (requires { body.lines.front().note; }) {
        for (auto& line : body.lines) line.note.clear();
    }
    if constexpr (std::is_same_v<One, MemberCorrected>) body.value.clear();
    if constexpr (std::is_same_v<One, CannotAccepted>) body.reason.clear();
}

} // namespace

MemberId person_of(const EventBody& body)
{
    return std::visit(
        [](const auto& one) -> MemberId {
            if constexpr (requires { one.profile.member; }) return one.profile.member;
            else if constexpr (requires { one.member.text; }) return one.member;
            else if constexpr (requires { one.ticket.member.text; }) return one.ticket.member;
            else return {};
        },
        static_cast<const AnyEvent&>(body));
}

OrderId recipient_order_of(const EventBody& body)
{
    return std::visit(
        [](const auto& one) -> OrderId {
            constexpr bool has_recipient{requires { one.recipient.address; } || requires { one.recipient_name; }};
            if constexpr (has_recipient) return one.order;
            else return {};
        },
        static_cast<const AnyEvent&>(body));
}

EventBody without_person(EventBody body)
{
    std::visit(
        [](auto& one) {
            if constexpr (requires { one.ticket.lines; }) forget(one.ticket);
            else forget(one);
        },
        static_cast<AnyEvent&>(body));
    return body;
}

} // namespace guitai
