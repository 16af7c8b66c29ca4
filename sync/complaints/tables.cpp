#include "sync/complaints/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>

namespace guitai::complaints {
namespace {

constexpr std::string_view columns{"c.complaint, c.member, c.matter, c.about, c.sku, c.opened_at_ms, c.store, c.staff"};

// Words in our tables were written by us: a strange one, of a later program, reads as the first.
template<typename Enum>
Enum word_at(const database::Statement& row, int column)
{
    Enum value{};
    return read_word(row.text(column), value) ? value : Enum{};
}

std::vector<ComplaintAnswer> answers_to(database::Connection& connection, const ComplaintId& complaint)
{
    database::Statement find{connection, "SELECT duty, words, at_ms, store, staff FROM complaint_answers"
                                         " WHERE complaint = ?1"};
    find.bind(1, complaint.text);
    std::vector<ComplaintAnswer> answers;
    while (find.step()) {
        answers.push_back({word_at<ComplaintDuty>(find, 0), std::string{find.text(1)}, find.integer(2),
                           {std::string{find.text(3)}}, {std::string{find.text(4)}}});
    }
    std::sort(answers.begin(), answers.end(),
              [](const ComplaintAnswer& a, const ComplaintAnswer& b) { return a.duty < b.duty; });
    return answers;
}

std::vector<ComplaintCase> cases_in(database::Connection& connection, database::Statement& rows)
{
    std::vector<ComplaintCase> cases;
    while (rows.step()) {
        ComplaintCase& one{cases.emplace_back()};
        one.member = {std::string{rows.text(1)}};
        one.complaint.complaint = {std::string{rows.text(0)}};
        one.complaint.matter = word_at<ComplaintMatter>(rows, 2);
        one.complaint.about = rows.text(3);
        one.complaint.sku = {std::string{rows.text(4)}};
        one.complaint.opened_at_ms = rows.integer(5);
        one.complaint.store = {std::string{rows.text(6)}};
        one.complaint.staff = {std::string{rows.text(7)}};
    }
    for (ComplaintCase& one : cases) one.answers = answers_to(connection, one.complaint.complaint);
    return cases;
}

// What is due next, and when it was closed, stand beside it: lists are put in order by them.
void note_course(database::Connection& connection, const ComplaintId& complaint)
{
    const auto known = find(connection, complaint);
    if (!known) return;
    const auto next = next_duty(*known);
    const ComplaintAnswer* const closed{known->answer_to(ComplaintDuty::archive)};
    database::Statement{connection, "UPDATE complaints SET due_at_ms = ?2, closed_at_ms = ?3 WHERE complaint = ?1"}
        .bind(1, complaint.text)
        .bind(2, next ? next->due_at_ms : 0)
        .bind(3, closed != nullptr ? closed->at_ms : 0)
        .run();
}

bool holds_already(database::Connection& connection, const ComplaintId& complaint, const ComplaintAnswer& answer)
{
    const auto answers = answers_to(connection, complaint);
    return std::any_of(answers.begin(), answers.end(), [&](const ComplaintAnswer& known) {
        return known.duty == answer.duty && !takes_the_place_of(answer, known);
    });
}

// `text` anywhere; its own % and _ are no wildcards.
std::string anywhere(std::string_view text)
{
    std::string pattern{"%"};
    for (const char letter : text) {
        if (letter == '%' || letter == '_' || letter == '\\') pattern += '\\';
        pattern += letter;
    }
    return pattern += '%';
}

// Of `due_at_ms`: before which moment it lies.
std::int64_t due_before(const Wanted& wanted)
{
    return wanted.which == Which::late ? late_before(wanted.now_ms) : std::numeric_limits<std::int64_t>::max();
}

} // namespace

void put(database::Connection& connection, const MemberId& member, const Complaint& complaint)
{
    database::Statement{connection,
                        "INSERT INTO complaints (complaint, member, matter, about, sku, opened_at_ms, store, staff,"
                        " due_at_ms, closed_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 0)"
                        " ON CONFLICT (complaint) DO NOTHING"}
        .bind(1, complaint.complaint.text)
        .bind(2, member.text)
        .bind(3, word_of(complaint.matter))
        .bind(4, complaint.about)
        .bind(5, complaint.sku.text)
        .bind(6, complaint.opened_at_ms)
        .bind(7, complaint.store.text)
        .bind(8, complaint.staff.text)
        .run();
    note_course(connection, complaint.complaint);
}

void put(database::Connection& connection, const MemberId& member, const ComplaintId& complaint,
         const ComplaintAnswer& answer)
{
    if (holds_already(connection, complaint, answer)) return;
    database::Statement{connection,
                        "INSERT INTO complaint_answers (complaint, duty, member, words, at_ms, store, staff)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (complaint, duty) DO UPDATE SET"
                        " member = excluded.member, words = excluded.words, at_ms = excluded.at_ms,"
                        " store = excluded.store, staff = excluded.staff"}
        .bind(1, complaint.text)
        .bind(2, word_of(answer.duty))
        .bind(3, member.text)
        .bind(4, answer.words)
        .bind(5, answer.at_ms)
        .bind(6, answer.store.text)
        .bind(7, answer.staff.text)
        .run();
    note_course(connection, complaint);
}

void forget(database::Connection& connection, const MemberId& member)
{
    database::Statement{connection, "DELETE FROM complaints WHERE member = ?1"}.bind(1, member.text).run();
    database::Statement{connection, "DELETE FROM complaint_answers WHERE member = ?1"}.bind(1, member.text).run();
}

std::optional<ComplaintCase> find(database::Connection& connection, const ComplaintId& complaint)
{
    database::Statement rows{connection, fmt::format("SELECT {} FROM complaints c WHERE c.complaint = ?1", columns)};
    rows.bind(1, complaint.text);
    auto cases = cases_in(connection, rows);
    if (cases.empty()) return std::nullopt;
    return std::move(cases.front());
}

std::vector<ComplaintCase> cases_of(database::Connection& connection, const std::vector<MemberId>& numbers)
{
    std::vector<ComplaintCase> all;
    for (const MemberId& number : numbers) {
        database::Statement rows{connection, fmt::format("SELECT {} FROM complaints c WHERE c.member = ?1", columns)};
        rows.bind(1, number.text);
        for (ComplaintCase& one : cases_in(connection, rows)) all.push_back(std::move(one));
    }
    std::sort(all.begin(), all.end(), [](const ComplaintCase& a, const ComplaintCase& b) {
        return std::tie(a.complaint.opened_at_ms, a.complaint.complaint) <
               std::tie(b.complaint.opened_at_ms, b.complaint.complaint);
    });
    return all;
}

std::vector<ComplaintCase> open_at(database::Connection& connection, const PlaceCode& store)
{
    database::Statement rows{connection, fmt::format("SELECT {} FROM complaints c WHERE c.store = ?1"
                                                     " AND c.due_at_ms > 0 ORDER BY c.due_at_ms, c.complaint",
                                                     columns)};
    rows.bind(1, store.text);
    return cases_in(connection, rows);
}

std::int64_t count_late(database::Connection& connection, const PlaceCode& store, std::int64_t now_ms)
{
    database::Statement count{connection, "SELECT COUNT(*) FROM complaints c WHERE c.due_at_ms > 0"
                                          " AND c.due_at_ms < ?1 AND (?2 = '' OR c.store = ?2)"};
    count.bind(1, late_before(now_ms)).bind(2, store.text);
    return count.step() ? count.integer(0) : 0;
}

std::string last_words_of(database::Connection& connection, const StaffName& staff)
{
    database::Statement find{connection, "SELECT words FROM complaint_answers WHERE staff = ?1"
                                         " ORDER BY at_ms DESC, complaint DESC LIMIT 1"};
    find.bind(1, staff.text);
    return find.step() ? std::string{find.text(0)} : std::string{};
}

std::vector<ComplaintCase> list(database::Connection& connection, const Wanted& wanted)
{
    const bool is_closed{wanted.which == Which::closed};
    database::Statement rows{
        connection,
        fmt::format("SELECT {} FROM complaints c WHERE {} AND (?2 = 0 OR c.store = ?3) AND (?4 = '' OR"
                    " (?8 = 0 AND lower(c.about) LIKE lower(?5) ESCAPE '\\') OR EXISTS (SELECT 1"
                    " FROM complaint_answers a WHERE a.complaint = c.complaint AND (?8 = 0 OR a.duty = 'archive')"
                    " AND lower(a.words) LIKE lower(?5) ESCAPE '\\'))"
                    " ORDER BY {}, c.complaint LIMIT ?6 OFFSET ?7",
                    columns, is_closed ? "c.due_at_ms = ?1" : "c.due_at_ms > 0 AND c.due_at_ms < ?1",
                    is_closed ? "c.closed_at_ms DESC" : "c.due_at_ms")};
    rows.bind(1, is_closed ? std::int64_t{0} : due_before(wanted))
        .bind(2, std::int64_t{wanted.store.has_value()})
        .bind(3, wanted.store ? wanted.store->text : std::string{})
        .bind(4, wanted.text)
        .bind(5, anywhere(wanted.text))
        .bind(6, wanted.limit)
        .bind(7, wanted.offset)
        .bind(8, std::int64_t{wanted.lessons_only});
    return cases_in(connection, rows);
}

} // namespace guitai::complaints
