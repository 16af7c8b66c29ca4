#include "sync/office/commands/member_commands.hpp"

#include "sync/catalogue/import.hpp"
#include "sync/office/commands/benefits.hpp"
#include "sync/office/commands/imports.hpp"
#include "sync/office/commands/members.hpp"
#include "sync/office/commands/privacy.hpp"
#include "sync/office/commands/services.hpp"
#include "sync/office/correct_points.hpp"
#include "sync/office/together.hpp"

namespace guitai::office {
namespace {

int set_tiers_command(const Run& run)
{
    const auto bytes = read_file(run.said.file, catalogue_bytes_max);
    if (!bytes) return refuse_aloud(run.err, bytes.error());
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        auto set = set_tiers(office, *bytes);
        if (!set) return refuse(set.error().code, fmt::format("{}: {}", run.said.file, set.error().detail));
        return set;
    });
}

int audience_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) { return audience(office, run.said.purpose, run.said.channel); });
}

int export_member_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) {
        return export_member(office, {run.said.member, run.said.name});
    });
}

int erase_member_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) {
        return erase_for_good(office, {run.said.member, run.said.name});
    });
}

int reset_password_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) {
        return reset_password(office, {run.said.member, run.said.name});
    });
}

const StaffName actor{"guitai-office"};

int merge_members_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        database::Transaction open{office.connection()};
        const auto merged = merge_members(office, open, {{run.said.kept}, {run.said.merged}, actor});
        if (!merged) return refuse(merged.error());
        open.commit();
        return fmt::format("{} is {} from now on", run.said.merged, run.said.kept);
    });
}

int part_members_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        database::Transaction open{office.connection()};
        const auto parted = part_members(office, open, {run.said.merged}, actor);
        if (!parted) return refuse(parted.error());
        open.commit();
        return fmt::format("{} is a member of her own again", run.said.merged);
    });
}

int correct_points_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        database::Transaction open{office.connection()};
        const PointsCorrection correction{{run.said.member}, run.said.points, run.said.reason,
                                          std::to_string(office.now_ms()),
                                          run.said.name.empty() ? actor : StaffName{run.said.name}};
        if (auto done = correct_points(office, open, correction); !done) return refuse(done.error());
        open.commit();
        return fmt::format("{} points for {}", run.said.points, run.said.member);
    });
}

} // namespace

void add_member_commands(const AddCommand& add, Said& said)
{
    CLI::App* tiers{add("set-tiers", "which tiers members reach by what they earn", set_tiers_command)};
    tiers->add_option("FILE", said.file, "a JSON file; README.md shows one")->required();

    add("set-benefits", "what members are given for joining, birthdays and bringing others", set_benefits_command)
        ->add_option("FILE", said.file, "a JSON file; README.md shows one")
        ->required();
    add("set-services", "services that members pay with points", set_services_command)
        ->add_option("FILE", said.file, "a JSON file; README.md shows one")
        ->required();
    add("referrals", "prints as CSV who brought whom along, and what came of it", referrals_command);

    CLI::App* audience{
        add("audience", "prints as CSV whom a message may go to: who agreed to it twice", audience_command)};
    audience->add_option("--purpose", said.purpose, "offers, greetings, surveys or partners")->required();
    audience->add_option("--channel", said.channel, "sms, wechat, phone, email or post")->required();

    CLI::App* merge{add("merge-members", "one person was entered twice", merge_members_command)};
    merge->add_option("--kept", said.kept, "the number that is kept")->required();
    merge->add_option("--merged", said.merged, "her other number")->required();
    CLI::App* part{add("part-members", "they are two after all", part_members_command)};
    part->add_option("--merged", said.merged, "the number that was merged")->required();

    const auto about_her = [&](CLI::App* sub, std::string_view who) {
        sub->add_option("--member", said.member, "her number, phone or card")->required();
        sub->add_option("--by", said.name, std::string{who});
    };
    about_her(add("export-member", "prints all that is kept of a member, as JSON", export_member_command),
              "who hands it out, for her own log");
    about_her(add("erase-member", "forgets who a member was; sums and points stay", erase_member_command),
              "the privacy officer");
    about_her(add("reset-password", "takes a forgotten password away; she chooses anew at a counter",
                  reset_password_command),
              "the privacy officer");
    CLI::App* correct{add("correct-points", "gives or takes points by hand, with a reason", correct_points_command)};
    about_her(correct, "who answers for it");
    correct->add_option("--points", said.points, "how many; below zero: taken")->required();
    correct->add_option("--reason", said.reason, "why")->required();
}

} // namespace guitai::office
