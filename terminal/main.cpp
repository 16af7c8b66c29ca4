// The terminal: reads the command line and starts the one thing it asks for.
#include "terminal/start/words_of_guitai.hpp"

#include "sync/database/database.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>

namespace {

using namespace guitai::start;

struct Line {
    std::string language;
    CounterPlan counter;
    InitPlan init;
    EnrolPlan enrol;
    ReplayPlan replay;
    DrivePlan drive;
    std::filesystem::path verify_data;
    std::filesystem::path unseal_data;
    CLI::App* word_init{nullptr};
    CLI::App* word_enrol{nullptr};
    CLI::App* word_drive{nullptr};
    CLI::App* word_verify{nullptr};
    CLI::App* word_unseal{nullptr};
    CLI::App* word_replay{nullptr};
};

void describe_paper(CLI::App& app, PaperPlan& plan)
{
    app.add_option("--printer", plan.printers,
                   "tcp://HOST:9100, usb:/dev/usb/lp0 or file:PATH; a second one, behind a comma, stands in")
        ->delimiter(',');
    app.add_option("--paper", plan.width, "58, 80 or 80wide (48 columns)")
        ->check(CLI::IsMember({"58", "80", "80wide"}));
    app.add_option("--paper-lang", plan.language, "of receipts: zh_CN or en")->check(CLI::IsMember({"zh_CN", "en"}));
    app.add_option("--paper-qr", plan.qr, "who draws the QR code: printer or till")
        ->check(CLI::IsMember({"printer", "till"}));
}

void describe_counter(CLI::App& app, Line& line)
{
    app.add_option("--data", line.counter.data, "the till's folder");
    app.add_option("--lang", line.language, "zh_CN or en")->check(CLI::IsMember({"zh_CN", "en"}));
    app.add_flag("--training", line.counter.training, "on practice books of its own (培训)");
    app.add_flag("--fullscreen", line.counter.fullscreen, "the whole screen, for a counter");
    describe_paper(app, line.counter.paper);
    app.add_flag("--customer-display{1}", line.counter.customer_display,
                 "a second window for the customer; --customer-display=2 fills the second monitor");
    app.add_option("--card-terminal", line.counter.card_terminal, "tcp://HOST:PORT of the payment terminal");
    app.add_option("--play", line.counter.play, "play a day by itself and leave pictures and report in this folder");
    app.add_option("--width", line.counter.width, "of the window, in pixels")->check(CLI::Range(640, 7680));
    app.add_option("--height", line.counter.height, "of the window, in pixels")->check(CLI::Range(480, 4320));
}

void describe_init(CLI::App& app, Line& line)
{
    CLI::App& word{*app.add_subcommand("init", "make a shop of its own, without a head office")};
    line.word_init = &word;
    word.add_option("--data", line.init.data, "the folder to make")->required();
    word.add_option("--store", line.init.store, "code of the shop, like S01")->required();
    word.add_option("--till", line.init.till, "number of this till")->check(CLI::Range(1, 999'999));
    word.add_option("--catalogue", line.init.catalogue, "Shopify or Magento 2 product CSV")->required();
    word.add_option("--promotions", line.init.promotions, "a form of promotions, JSON");
    word.add_option("--name", line.init.name, "name of the shop");
    word.add_option("--encoding", line.init.encoding, "of the file: utf-8 (default), gbk, gb18030");
    word.add_option("--owner", line.init.owner, "name of the first person, an owner (default 店长)");
    word.add_option("--pin", line.init.pin, "the owner's PIN, 4 to 12 digits (default: made and printed)");
    word.add_flag("--test", line.init.test, "a test shop: its clock may be set, its receipts are marked");
}

void describe_others(CLI::App& app, Line& line)
{
    line.word_enrol = app.add_subcommand("enrol", "join a head office");
    line.word_enrol->add_option("--data", line.enrol.data, "the folder to make")->required();
    line.word_enrol->add_option("--office", line.enrol.office, "http://HOST:PORT or https://…")->required();
    line.word_enrol->add_option("--code", line.enrol.code, "the one-time code")->required();
    line.word_enrol->add_option("--ca", line.enrol.trusted,
                                "certificates (PEM) that vouch for the office; kept in the folder");
    line.word_enrol->add_flag("--test", line.enrol.test, "a test till: its clock may be set");
    line.word_drive = app.add_subcommand("drive", "JSON lines in, JSON lines out");
    line.word_drive->add_option("--data", line.drive.data, "the till's folder")->required();
    line.word_drive->add_flag("--training", line.drive.training, "on practice books");
    describe_paper(*line.word_drive, line.drive.paper);
    line.word_drive->add_option("--card-terminal", line.drive.card_terminal, "as above");
    line.word_verify = app.add_subcommand("verify", "check chain and tables; one JSON line; exit 0 or 1");
    line.word_verify->add_option("--data", line.verify_data, "the till's folder")->required();
    line.word_unseal = app.add_subcommand("unseal", "take the seal off till.db until the next start, to look into it");
    line.word_unseal->add_option("--data", line.unseal_data, "the till's folder")->required();
    line.word_replay = app.add_subcommand("replay", "worked cases through the real engine; exit 0 or 1");
    line.word_replay->add_option("WHAT", line.replay.what, "tickets or points")
        ->required()
        ->check(CLI::IsMember({"tickets", "points"}));
    line.word_replay->add_option("FILE", line.replay.file, "a JSON file of cases")->required();
}

int start(CLI::App& app, const Line& line)
{
    const Voice voice{line.language};
    if (line.word_init->parsed()) return init_shop(voice, line.init);
    if (line.word_enrol->parsed()) return enrol_till(voice, line.enrol);
    if (line.word_drive->parsed()) return drive_till(voice, line.drive);
    if (line.word_verify->parsed()) return verify_books(voice, line.verify_data);
    if (line.word_unseal->parsed()) return unseal_books(voice, line.unseal_data);
    if (line.word_replay->parsed()) return replay_file(voice, line.replay);
    if (line.counter.data.empty()) {
        std::fputs(app.help().c_str(), stderr);
        return 2;
    }
    return open_counter(voice, line.counter);
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Guitai: the till on the counter. guitai --data DIR opens it."};
    Line line;
    app.require_subcommand(0, 1);
    describe_counter(app, line);
    describe_init(app, line);
    describe_others(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        if (wrong.get_exit_code() == 0) return app.exit(wrong); // --help
        std::fprintf(stderr, "guitai: %s. See guitai --help.\n", wrong.what());
        return 2;
    }
    try {
        return start(app, line);
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "guitai: %s\n", broken.what());
        return 3;
    }
}
