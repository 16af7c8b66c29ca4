#include "sync/office/commands/members.hpp"

#include "sync/office/commands/set_rules.hpp"
#include "sync/office/projections/member_files.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

// As RFC 4180 has it; and no spreadsheet takes a name for a formula.
std::string cell(const std::string& text)
{
    std::string quoted{"\""};
    if (!text.empty() && std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos) quoted += '\'';
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string{c};
    return quoted + '"';
}

} // namespace

Result<std::string> set_tiers(Office& office, std::string_view json)
{
    auto tiers = read_tiers(json);
    if (!tiers) return refuse(tiers.error());
    std::string line{tiers->steps.empty() ? "no tiers" : fmt::format("{} months:", tiers->months)};
    for (const TierStep& step : tiers->steps) line += fmt::format(" {} from {}", step.tier, step.from);
    database::Transaction open{office.connection()};
    office.books().journal().lock(open);
    office.say(open, std::move(*tiers), "guitai-office");
    open.commit();
    return line;
}

Result<std::string> audience(Office& office, std::string_view purpose, std::string_view channel)
{
    ConsentPurpose about{};
    ConsentChannel by{};
    if (!read_word(purpose, about)) return refuse("audience.bad_purpose", std::string{purpose});
    if (!read_word(channel, by)) return refuse("audience.bad_channel", std::string{channel});
    std::string csv{"phone,name,form_of_address"};
    for_each_agreed(office.connection(), about, by, [&](const MemberProfile& member) {
        csv += fmt::format("\n{},{},{}", cell(member.phone), cell(member.name), cell(member.form_of_address));
    });
    return csv;
}

} // namespace guitai::office
