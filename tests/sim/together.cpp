#include "tests/sim/together.hpp"

#include "tests/sim/head_office.hpp"

namespace guitai::sim {

namespace {

template<typename Look>
void for_each_news(HeadOffice& office, const Look& look)
{
    const Journal& journal{office.office().books().journal()};
    constexpr std::int64_t all{1'000'000};
    for (const JournalLine& line : journal.after(office_origin, 0, all, std::size_t{1} << 40U)) {
        if (const auto event = decode(line.text)) look(*event);
    }
}

} // namespace

Companies::Companies(HeadOffice& office)
{
    for_each_news(office, [&](const Event& event) {
        if (const auto* merged = std::get_if<MembersMerged>(&event.body)) {
            join(merged->kept.text, merged->merged.text);
            m_merged.insert({merged->kept.text, merged->merged.text});
        } else if (const auto* joined = std::get_if<FamilyJoined>(&event.body)) {
            join(joined->member.text, joined->account.substr(0, joined->account.find('/')));
        }
    });
}

Ties ties_of(HeadOffice& office)
{
    Ties ties;
    for_each_news(office, [&](const Event& event) {
        ties.merged += std::holds_alternative<MembersMerged>(event.body) ? 1 : 0;
        ties.parted += std::holds_alternative<MembersParted>(event.body) ? 1 : 0;
        ties.joined += std::holds_alternative<FamilyJoined>(event.body) ? 1 : 0;
        ties.left += std::holds_alternative<FamilyMemberLeft>(event.body) ? 1 : 0;
    });
    return ties;
}

std::string Companies::of(const MemberId& member) const
{
    std::string name{member.text};
    for (auto up = m_up.find(name); up != m_up.end(); up = m_up.find(name)) name = up->second;
    return name;
}

void Companies::join(const std::string& one, const std::string& other)
{
    const std::string a{of({one})};
    const std::string b{of({other})};
    if (a != b) m_up[a] = b;
}

std::set<MemberId> erased_members(HeadOffice& office)
{
    std::set<MemberId> erased;
    for_each_news(office, [&](const Event& event) {
        if (const auto* gone = std::get_if<MemberErased>(&event.body)) erased.insert(gone->member);
    });
    return erased;
}

std::vector<MemberId> persons(database::Connection& reads)
{
    std::vector<MemberId> members;
    database::Statement find{reads, "SELECT member FROM members WHERE merged_into = '' ORDER BY member"};
    while (find.step()) members.push_back({find.text(0)});
    return members;
}

} // namespace guitai::sim
