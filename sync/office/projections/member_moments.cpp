#include "sync/office/projections/member_moments.hpp"

#include "sync/events/person.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/privacy.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

// News of what a till wrote itself: it stands in her line already. Points are told by the head office alone.
template<typename Body>
bool is_echo(const Body& body)
{
    if constexpr (std::is_same_v<Body, PointsPosted>) return false;
    else if constexpr (requires { body.source_origin; }) return body.source_origin != office_origin;
    else return false;
}

// A ticket that is put aside is no deed of hers.
template<typename Body>
constexpr bool is_ticket_alone{requires(const Body& body) { body.ticket.lines; }};

MemberId member_of_order(database::Connection& connection, const OrderId& order)
{
    database::Statement find{connection, "SELECT member FROM orders WHERE order_id = ?1"};
    find.bind(1, order.text);
    return find.step() ? MemberId{find.text(0)} : MemberId{};
}

std::vector<MemberId> members_of(database::Connection& connection, const EventBody& body)
{
    return std::visit(
        [&](const auto& one) -> std::vector<MemberId> {
            using Body = std::decay_t<decltype(one)>;
            if constexpr (requires { one.kept; one.merged; }) return {one.kept, one.merged};
            else if constexpr (is_ticket_alone<Body>) return {};
            else if (is_echo(one)) return {};
            else if (MemberId member{person_of(body)}; !member.empty()) return {std::move(member)};
            else if constexpr (requires { one.order.text; }) return {member_of_order(connection, one.order)};
            else return {};
        },
        static_cast<const AnyEvent&>(body));
}

void remember(database::Connection& connection, const MemberId& member, const Event& event)
{
    database::Statement{connection, "INSERT INTO member_moments (member, at_ms, origin, number, kind)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5)"
                                    " ON CONFLICT (member, at_ms, origin, number) DO NOTHING"}
        .bind(1, member.text)
        .bind(2, event.at_ms)
        .bind(3, event.origin)
        .bind(4, event.number)
        .bind(5, kind_of(event.body))
        .run();
}

// ?1 is the number that is kept.
std::string of_her(const std::vector<std::string_view>& kinds)
{
    std::string sql{fmt::format(" FROM member_moments WHERE member IN {}", same_person)};
    for (std::size_t place{0}; place < kinds.size(); ++place) {
        sql += fmt::format("{}?{}", place == 0 ? " AND kind IN (" : ", ", place + 2);
    }
    if (!kinds.empty()) sql += ')';
    return sql;
}

} // namespace

void MemberMoments::fold(database::Connection& connection, const Event& event)
{
    const auto* erased = std::get_if<MemberErased>(&event.body);
    if (erased) {
        // What is left of her events is no story of a person any more, and some of them are no sound events either.
        database::Statement{connection, "DELETE FROM member_moments WHERE member = ?1"}
            .bind(1, erased->member.text)
            .run();
    }
    for (const MemberId& member : members_of(connection, event.body)) {
        const bool is_told{!member.empty() && (erased || !is_erased(connection, member))};
        if (is_told) remember(connection, member, event);
    }
}

std::vector<MemberMoment> moments_of(database::Connection& connection, const MemberId& member,
                                     const std::vector<std::string_view>& kinds, int limit, std::int64_t skip)
{
    const std::size_t next{kinds.size() + 2};
    database::Statement find{connection,
                             fmt::format("SELECT DISTINCT at_ms, origin, number, kind{}"
                                         " ORDER BY at_ms DESC, origin DESC, number DESC LIMIT ?{} OFFSET ?{}",
                                         of_her(kinds), next, next + 1)};
    find.bind(1, member.text);
    int index{2};
    for (const std::string_view kind : kinds) find.bind(index++, kind);
    find.bind(index, limit).bind(index + 1, skip);
    std::vector<MemberMoment> moments;
    while (find.step()) moments.push_back({find.integer(0), find.integer(1), find.integer(2), find.text(3)});
    return moments;
}

std::vector<std::pair<std::string, std::int64_t>> moment_counts(database::Connection& connection,
                                                                const MemberId& member)
{
    database::Statement find{connection, fmt::format("SELECT kind, COUNT(*) FROM (SELECT DISTINCT at_ms, origin,"
                                                     " number, kind{}) AS hers GROUP BY kind ORDER BY kind",
                                                     of_her({}))};
    find.bind(1, member.text);
    std::vector<std::pair<std::string, std::int64_t>> counts;
    while (find.step()) counts.emplace_back(find.text(0), find.integer(1));
    return counts;
}

} // namespace guitai::office
