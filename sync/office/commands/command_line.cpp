#include "sync/office/commands/command_line.hpp"

#include "sync/catalogue/import.hpp"
#include "sync/catalogue/text.hpp"
#include "sync/office/answers.hpp"
#include "sync/office/commands/command_run.hpp"
#include "sync/office/commands/complaints.hpp"
#include "sync/office/commands/imports.hpp"
#include "sync/office/commands/member_commands.hpp"
#include "sync/office/commands/order_commands.hpp"
#include "sync/office/commands/sealing.hpp"
#include "sync/office/commands/serve.hpp"
#include "sync/office/commands/set_rules.hpp"
#include "sync/office/commands/shop.hpp"
#include "sync/office/commands/verify_books.hpp"
#include "sync/office/pairings.hpp"
#include "sync/office/promotions.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cassert>
#include <exception>
#include <ostream>
#include <unistd.h>

namespace guitai::office {
namespace {

Progress progress_on(std::ostream& err, std::string_view what)
{
    if (isatty(STDERR_FILENO) == 0) return {};
    return [&err, what](std::size_t ready, std::size_t all) {
        err << fmt::format("\r{} {}/{}", what, ready, all) << (ready == all ? "\n" : "") << std::flush;
    };
}

int add_store_command(const Run& run)
{
    return with_office(run, [&](Office& office) -> Result<std::string> {
        const auto rate = read_rate(run.said.tax_rate);
        if (!rate) return refuse(rate.error());
        const auto fee = read_fee(run.said.delivery_fee);
        if (!fee) return refuse(fee.error());
        PlaceSet place;
        place.place = {run.said.code};
        place.name = run.said.name;
        place.place_kind = run.said.kind == "warehouse" ? PlaceKind::warehouse : PlaceKind::shop;
        place.tax_included = run.said.tax == "included";
        place.tax_rate = *rate;
        place.delivery_fee = *fee;
        place.test = run.said.test;
        return add_store(office, place);
    });
}

int add_staff_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        NewStaff staff;
        staff.name = {run.said.name};
        staff.store = {run.said.store};
        staff.pin = run.said.pin;
        if (!read_word(run.said.role, staff.role)) return refuse("staff.bad_role", run.said.role);
        return add_staff(office, staff);
    });
}

int find_pairings_command(const Run& run)
{
    return with_office(run, [](Office& office) -> Result<std::string> { return tell_pairings_now(office); });
}

int enrol_code_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) { return print_enrol_code(office, {run.said.store}); });
}

int token_command(const Run& run)
{
    return with_office(run, [&](Office& office) -> Result<std::string> {
        Role role{};
        if (!read_word(run.said.role, role)) return refuse("token.bad_role", run.said.role);
        return print_token(office, role, run.said.label);
    });
}

int restored_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) { return say_restored(office, run.said.reason); });
}

int go_without_command(const Run& run)
{
    return with_known_office(run,
                             [&](Office& office) { return go_without(office, run.said.till, {run.said.name}); });
}

int write_off_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) { return write_off(office, run.said.till, {run.said.name}); });
}

// Reads the file and does `import` with its bytes.
template<typename Import>
int import_command(const Run& run, std::string_view what, Import&& import)
{
    const auto encoding = parse_encoding(run.said.encoding);
    if (!encoding) return refuse_aloud(run.err, encoding.error());
    const auto bytes = read_file(run.said.file, catalogue_bytes_max);
    if (!bytes) return refuse_aloud(run.err, bytes.error());
    return with_office(run, [&](Office& office) -> Result<std::string> {
        auto imported = import(office, *bytes, *encoding, progress_on(run.err, what));
        if (!imported) {
            Refusal why{imported.error()};
            why.detail = fmt::format("{}: {}", run.said.file, why.detail);
            return refuse(std::move(why));
        }
        for (const std::string& warning : imported->warnings) run.err << warning << '\n';
        return imported->summary;
    });
}

int import_catalogue_command(const Run& run)
{
    return import_command(run, "items",
                          [&run](Office& office, std::string_view bytes, Encoding encoding, const Progress& progress) {
                              const Missing missing{run.said.withdraw_missing ? Missing::withdrawn : Missing::kept};
                              const CatalogueImport options{encoding, missing};
                              if (!run.said.on.empty()) return import_catalogue_on(office, bytes, options, run.said.on);
                              return import_catalogue(office, bytes, options, progress);
                          });
}

int import_stock_command(const Run& run)
{
    if (auto books = must_have_books(run.said.database); !books) return refuse_aloud(run.err, books.error());
    return import_command(run, "counts", import_stock);
}
int import_members_command(const Run& run)
{
    return import_command(run, "members", import_members);
}

// Always UTF-8, as JSON is: no encoding is asked for.
int import_promotions_command(const Run& run)
{
    const auto bytes = read_file(run.said.file, promotion_form_bytes_max);
    if (!bytes) return refuse_aloud(run.err, bytes.error());
    return with_office(run, [&](Office& office) -> Result<std::string> {
        const auto imported = import_promotions(office, *bytes);
        if (imported) return imported->summary;
        return refuse(imported.error().code, fmt::format("{}: {}", run.said.file, imported.error().detail));
    });
}

int set_rules_command(const Run& run)
{
    const auto bytes = read_file(run.said.file, catalogue_bytes_max);
    if (!bytes) return refuse_aloud(run.err, bytes.error());
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        auto set = set_rules(office, {run.said.store}, *bytes);
        if (!set) return refuse(set.error().code, fmt::format("{}: {}", run.said.file, set.error().detail));
        return set;
    });
}

int verify_command(const Run& run)
{
    Verdict verdict;
    try {
        auto said = verdict_on(run.said.database, progress_on(run.err, "events"));
        if (!said) return refuse_aloud(run.err, said.error());
        verdict = std::move(*said);
    } catch (const database::DatabaseError& error) {
        // A page that is no page any more is what was asked about; a missing file is not.
        if (error.fault != database::Fault::corrupt) throw;
        verdict.ok = false;
        verdict.problems = {error.what()};
    }
    run.out << json_line(verdict) << '\n';
    return verdict.ok ? done : found_something;
}

int serve_command(const Run& run)
{
    ServeOptions options;
    options.database = run.said.database;
    options.listen = run.said.listen;
    options.assets = run.said.assets;
    options.witness = run.said.witness;
    const auto served =
        serve(options, [&run](const std::string& url) { run.out << "listening on " << url << std::endl; });
    return served ? done : refuse_aloud(run.err, served.error());
}

class CommandLine {
public:
    CommandLine()
    {
        m_app.require_subcommand(1);
        m_app.set_version_flag("--version", std::string{office_version});
        add_advice();
        add_serve();
        add_shop();
        const AddCommand add_command{
            [this](const std::string& name, const std::string& what, Command command) {
                return add(name, what, command);
            }};
        add_member_commands(add_command, m_said);
        add_order_commands(add_command, m_said);
        add_sealing_commands(add_command);
        add_access();
        add_restored();
        add_imports();
        add("verify", "checks chains, ledgers and projections; one JSON line; exit 0 or 1", verify_command);
    }

    int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err)
    {
        try {
            m_app.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            if (error.get_exit_code() == 0) return m_app.exit(error, out, err);
            err << complaint(argc > 1 ? argv[1] : "", error);
            return refused_or_failed;
        }
        return m_chosen({m_said, out, err});
    }

private:
    std::string complaint(std::string_view first, const CLI::ParseError& error)
    {
        const auto commands = m_app.get_subcommands(nullptr);
        const bool is_known{std::any_of(commands.begin(), commands.end(),
                                        [first](const CLI::App* each) { return each->get_name() == first; })};
        if (is_known) {
            return fmt::format("guitai-office {0}: {1}; guitai-office {0} --help tells more\n", first,
                               one_line(error.what()));
        }
        if (!first.empty() && first.front() != '-') {
            return fmt::format("guitai-office: there is no command '{}'; guitai-office --help lists them\n", first);
        }
        return fmt::format("guitai-office: {}; guitai-office --help lists the commands\n", one_line(error.what()));
    }

    CLI::App* add(const std::string& name, const std::string& what, Command command)
    {
        CLI::App* sub{m_app.add_subcommand(name, what)};
        sub->add_option("--db", m_said.database, "sqlite:PATH or postgresql://USER@HOST/NAME")->required();
        sub->callback([this, command] { m_chosen = command; });
        return sub;
    }

    void add_advice()
    {
        add("find-pairings", "tells the tills what customers buy together", find_pairings_command);
    }

    void add_serve()
    {
        CLI::App* sub{add("serve", "serves tills, programs and the console until it is told to end", serve_command)};
        sub->add_option("--listen", m_said.listen.address, "HOST:PORT to listen on")->capture_default_str();
        sub->add_option("--tls-cert", m_said.listen.tls_cert, "certificate chain, PEM");
        sub->add_option("--tls-key", m_said.listen.tls_key, "its private key, PEM");
        sub->add_option("--witness", m_said.witness,
                        "file that tells books put back to an older copy, best on another disk (beside an SQLite"
                        " database unless said)");
        sub->add_option("--assets", m_said.assets, "folder of the console's pages");
    }

    void add_shop()
    {
        CLI::App* store{add("add-store", "makes a shop or a warehouse, or changes it", add_store_command)};
        store->add_option("--code", m_said.code, "its short code, S01")->required();
        store->add_option("--name", m_said.name, "its name, 人民路店")->required();
        store->add_option("--kind", m_said.kind, "shop or warehouse")
            ->check(CLI::IsMember({"shop", "warehouse"}))
            ->capture_default_str();
        store->add_option("--tax", m_said.tax, "whether its prices have the tax included or excluded")
            ->check(CLI::IsMember({"included", "excluded"}))
            ->capture_default_str();
        store->add_option("--tax-rate", m_said.tax_rate, "percent, for goods that name no rate")->capture_default_str();
        store->add_option("--delivery-fee", m_said.delivery_fee, "yuan")->capture_default_str();
        store->add_flag("--test", m_said.test, "a test shop: its receipts say so, its clock may be turned");

        CLI::App* staff{add("add-staff", "makes a person, or gives a new role or PIN", add_staff_command)};
        staff->add_option("--store", m_said.store, "code of the shop; may be left out for the head office");
        staff->add_option("--name", m_said.name, "as typed at the till")->required();
        staff->add_option("--role", m_said.role, "clerk, adviser, owner, office, executive or privacy")
            ->required()
            ->check(CLI::IsMember({"clerk", "adviser", "owner", "office", "executive", "privacy"}));
        staff->add_option("--pin", m_said.pin, "4 to 12 digits")->required();

        CLI::App* rules{
            add("set-rules", "limits per role, rounding of cash, returns, foreign money", set_rules_command)};
        rules->add_option("--store", m_said.store, "code of the shop")->required();
        rules->add_option("FILE", m_said.file, "a JSON file; README.md shows one")->required();
    }

    void add_access()
    {
        CLI::App* code{add("enrol-code", "prints a code for one new till, good for 24 hours", enrol_code_command)};
        code->add_option("--store", m_said.store, "code of the shop it will stand in")->required();

        CLI::App* token{add("token", "prints a bearer token for the machine interface", token_command)};
        token->add_option("--role", m_said.role, "office, owner, executive or privacy")
            ->required()
            ->check(CLI::IsMember({"office", "owner", "executive", "privacy"}));
        token->add_option("--label", m_said.label, "who will use it; shown in an order's history");
    }

    void add_restored()
    {
        CLI::App* restored{add("restored", "says that these books were put back to an older copy", restored_command)};
        restored->add_option("--reason", m_said.reason, "for people");
        CLI::App* without{
            add("go-without", "after books were put back: waits for that till no more", go_without_command)};
        without->add_option("--till", m_said.till, "its number; `restored` and /v1/health name those waited for")
            ->required();
        without->add_option("--name", m_said.name, "who answers for what it may cost")->required();
        CLI::App* off{add("write-off", "a till is lost or stolen: what it holds comes home", write_off_command)};
        off->add_option("--till", m_said.till, "its number")->required();
        off->add_option("--name", m_said.name, "who answers for what it may cost")->required();
    }

    CLI::App* add_import(const std::string& name, const std::string& what, Command command)
    {
        CLI::App* sub{add(name, what, command)};
        sub->add_option("FILE", m_said.file, "a CSV file")->required();
        sub->add_option("--encoding", m_said.encoding, "utf-8, gbk or gb18030 (utf-8 unless said)");
        return sub;
    }

    void add_imports()
    {
        CLI::App* catalogue{add_import("import-catalogue", "lists the goods of a Shopify or Magento product CSV",
                                       import_catalogue_command)};
        catalogue->add_flag("--withdraw-missing", m_said.withdraw_missing,
                            "takes goods off sale that the file does not have");
        catalogue->add_option("--on", m_said.on, "in force from that day on: 2026-12-01");
        add_import("import-stock", "sets levels from a CSV of location,sku,quantity", import_stock_command);
        add_import("import-members", "members from a CSV of phone,name and more", import_members_command);
        CLI::App* promotions{add("import-promotions", "puts the offers of a promotion form into force, all or none",
                                 import_promotions_command)};
        promotions->add_option("FILE", m_said.file, "a JSON file in the promotion form")->required();
    }

    Said m_said;
    CLI::App m_app{"The head office of a chain of shops: takes in what the tills did and fulfils their orders.",
                   "guitai-office"};
    Command m_chosen{nullptr};
};

} // namespace

int run_command_line(int argc, const char* const* argv, std::ostream& out, std::ostream& err)
{
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("guitai-office", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
    try {
        return CommandLine{}.run(argc, argv, out, err);
    } catch (const std::exception& error) {
        // The one place where a broken machine is caught: disk, database, memory.
        err << "guitai-office: " << one_line(error.what()) << '\n';
        return refused_or_failed;
    }
}

} // namespace guitai::office
