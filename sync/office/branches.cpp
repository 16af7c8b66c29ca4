#include "sync/office/branches.hpp"

#include "sync/events/made_names.hpp"
#include "sync/office/access.hpp"
#include "sync/office/leases.hpp"
#include "sync/office/projections/histories.hpp"
#include "sync/office/projections/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace guitai::office {
namespace {

using database::Connection;
using database::Statement;

constexpr const char* all_branches{"SELECT branch, till, parent, forked_at FROM branches"};

Branch branch_from(const Statement& row)
{
    return {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
}

// The stories that were told under one number, each named by the number it is kept under.
class Stories {
public:
    Stories(Office& office, TillNumber till)
        : m_office{office}, m_till{till}, m_branches{branches_of(office.connection(), till)}
    {
    }

    [[nodiscard]] const Branch* branch(TillNumber story) const
    {
        const auto found = std::find_if(m_branches.begin(), m_branches.end(),
                                        [story](const Branch& one) { return one.branch == story; });
        return found == m_branches.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::int64_t head(TillNumber story) const
    {
        const Branch* of{branch(story)};
        return (of != nullptr ? of->forked_at : 0) + journal().head(story).number;
    }
    // The first that was heard of wins: where two share a place they share all before it.
    [[nodiscard]] std::optional<TillNumber> with(const ChainHead& place) const
    {
        if (link_at(m_till, place.number) == place.chain) return m_till;
        for (const Branch& one : m_branches) {
            if (link_at(one.branch, place.number) == place.chain) return one.branch;
        }
        return std::nullopt;
    }
    void add(const Branch& begun) { m_branches.push_back(begun); }

private:
    [[nodiscard]] const Journal& journal() const { return m_office.books().journal(); }
    // As its till wrote it.
    [[nodiscard]] std::optional<std::string> link_at(TillNumber story, std::int64_t number) const
    {
        const Branch* of{branch(story)};
        if (of == nullptr) return journal().chain_at(story, number);
        if (number <= of->forked_at) return link_at(of->parent, number);
        Statement find{m_office.connection(), "SELECT chain FROM branch_lines WHERE branch = ?1 AND number = ?2"};
        find.bind(1, story).bind(2, number);
        return find.step() ? std::optional{find.text(0)} : std::nullopt;
    }

    Office& m_office;
    TillNumber m_till;
    std::vector<Branch> m_branches;
};

using NamesMade = std::map<char, std::int64_t>;

NamesMade names_before(Connection& connection, TillNumber branch)
{
    Statement find{connection, "SELECT series, made FROM branch_names WHERE branch = ?1"};
    find.bind(1, branch);
    NamesMade made;
    while (find.step()) made[find.text(0).front()] = find.integer(1);
    return made;
}

// Those of `story` up to its event `number`, as the journal counts it there.
void count_names(const Journal& journal, TillNumber story, std::int64_t number, NamesMade& made)
{
    constexpr int lines_at_once{500};
    std::int64_t read{0};
    while (read < number) {
        const auto lines = journal.after(story, read, lines_at_once);
        if (lines.empty()) return;
        for (const JournalLine& line : lines) {
            if (line.number > number) return;
            for (const MadeName& name : names_made_by(story, line.text)) {
                made[name.series] = std::max(made[name.series], name.count);
            }
        }
        read = lines.back().number;
    }
}

// A till number that nobody has, with no key: it only keeps what was told under another's.
TillNumber give_number(Office& office, const database::Transaction& open, TillNumber till)
{
    office.books().journal().lock(open);
    const TillNumber number{last_till(office.connection()) + 1};
    const auto known = find_till(office.connection(), till);
    office.say(open, TillEnrolled{number, store_of(office.connection(), till), {}, known && known->test});
    return number;
}

void keep(Connection& connection, const Branch& begun, const NamesMade& made)
{
    Statement{connection, "INSERT INTO branches (branch, till, parent, forked_at) VALUES (?1, ?2, ?3, ?4)"}
        .bind(1, begun.branch)
        .bind(2, begun.till)
        .bind(3, begun.parent)
        .bind(4, begun.forked_at)
        .run();
    for (const auto& [series, count] : made) {
        Statement{connection, "INSERT INTO branch_names (branch, series, made) VALUES (?1, ?2, ?3)"}
            .bind(1, begun.branch)
            .bind(2, std::string{series})
            .bind(3, count)
            .run();
    }
}

// Of the till `till`, leaving `parent` after its event `forked_at`.
Branch begin_branch(Office& office, const database::Transaction& open, TillNumber till, const Branch* parent,
                    std::int64_t forked_at)
{
    Branch begun{give_number(office, open, till), till, parent != nullptr ? parent->branch : till, forked_at};
    NamesMade made{parent != nullptr ? names_before(office.connection(), parent->branch) : NamesMade{}};
    const std::int64_t before{parent != nullptr ? parent->forked_at : 0};
    count_names(office.books().journal(), begun.parent, forked_at - before, made);
    keep(office.connection(), begun, made);
    const std::string why{fmt::format("another story of till {} after event {}", till, forked_at)};
    set_till_aside(office, open, begun.branch, why);
    office.say(open, TillSetAside{till, forked_at, why, begun.branch});
    return begun;
}

// Under which number a name of the till is kept that stands in that story: that of the story it was made in.
TillNumber keeper_of(Connection& connection, const Stories& stories, const Branch& branch, const MadeName& name)
{
    for (const Branch* at{&branch}; at != nullptr; at = stories.branch(at->parent)) {
        const auto made = names_before(connection, at->branch);
        const auto before = made.find(name.series);
        if (before == made.end() || name.count > before->second) return at->branch;
    }
    return branch.till;
}

Result<Record> as_kept(Office& office, const Stories& stories, const Branch& branch, const Record& record)
{
    const std::string text{renamed(record.text, branch.till, [&](const MadeName& name) {
        return keeper_of(office.connection(), stories, branch, name);
    })};
    auto line = retold(text, branch.branch, record.event.number - branch.forked_at);
    if (!line) return refuse(line.error());
    return record_from(std::move(*line));
}

void note_line(Connection& connection, const Branch& branch, const ChainHead& place)
{
    Statement{connection, "INSERT INTO branch_lines (branch, number, chain) VALUES (?1, ?2, ?3)"}
        .bind(1, branch.branch)
        .bind(2, place.number)
        .bind(3, place.chain)
        .run();
}

// One event of a till that was set aside, which stands at `place` of its own journal and follows in `story`. Gives the
// story that it is of.
Result<TillNumber> take_line(Office& office, const database::Transaction& open, Stories& stories, TillNumber story,
                             const ChainHead& place, const Record& record, TakenIn& taken)
{
    if (const auto known = stories.with(place)) return *known;
    if (stories.head(story) >= place.number) { // Another event stands there.
        const Branch begun{begin_branch(office, open, record.event.origin, stories.branch(story), place.number - 1)};
        stories.add(begun);
        story = begun.branch;
    }
    const Branch* branch{stories.branch(story)};
    const auto kept = branch != nullptr ? as_kept(office, stories, *branch, record) : Result<Record>{record};
    if (!kept) return refuse(kept.error());
    if (const auto one = take_in_one(office, open, *kept, taken); !one) return refuse(one.error());
    if (branch != nullptr) note_line(office.connection(), *branch, place);
    return story;
}

} // namespace

Result<ToldApart> read_told_apart(TillNumber till, ChainHead after, std::string_view body)
{
    auto batch = read_batch(till, body);
    if (!batch) return refuse(batch.error());
    if (!batch->records.empty() && batch->records.front().event.number != after.number + 1) {
        return refuse("event.out_of_order", fmt::format("line 1: number {}", batch->records.front().event.number));
    }
    return ToldApart{std::move(after), std::move(*batch)};
}

Result<IntakeAnswer> take_apart(Office& office, const database::Transaction& open, const ToldApart& told)
{
    const TillNumber till{told.batch.till};
    const bool is_aside{contact_of(office.connection(), till).set_aside};
    if (!is_aside) return refuse("till.not_set_aside", fmt::format("till {}", till));
    heard_from(office, open, till);
    Stories stories{office, till};
    auto story = stories.with(told.after);
    if (!story) return refuse("till.other_place", fmt::format("event {} was another one here", told.after.number));
    if (!told.batch.records.empty()) begin_points_day(office, open);
    ChainHead place{told.after};
    TakenIn taken;
    for (const Record& record : told.batch.records) {
        place = {place.number + 1, chain_link(place.chain, record.text)};
        const auto of = take_line(office, open, stories, *story, place, record, taken);
        if (!of) return refuse(of.error());
        story = *of;
    }
    follow_up(office, open, till, taken);
    return IntakeAnswer{place.number, place.chain, taken.quarantined};
}

std::vector<Branch> branches_of(Connection& connection, TillNumber till)
{
    Statement find{connection, std::string{all_branches}.append(" WHERE till = ?1 ORDER BY branch")};
    find.bind(1, till);
    std::vector<Branch> found;
    while (find.step()) found.push_back(branch_from(find));
    return found;
}

std::optional<Branch> find_branch(Connection& connection, TillNumber number)
{
    Statement find{connection, std::string{all_branches}.append(" WHERE branch = ?1")};
    find.bind(1, number);
    if (!find.step()) return std::nullopt;
    return branch_from(find);
}

} // namespace guitai::office
