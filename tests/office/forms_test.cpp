#include "sync/office/forms.hpp"

#include "tests/support/catch.hpp"

using namespace guitai::office;

namespace {

Form parts(std::string body, std::string type = "multipart/form-data; boundary=----WebKitXyZ")
{
    return read_form({"POST", "/console", {{"content-type", std::move(type)}}, std::move(body), false});
}

const std::string both{"------WebKitXyZ\r\nContent-Disposition: form-data; name=\"cart\"\r\n\r\n羽绒服 1\r\n2\r\n"
                       "------WebKitXyZ\r\nContent-Disposition: form-data; filename=\"a.json\"; name=\"file\"\r\n"
                       "Content-Type: application/json\r\n\r\n{\"a\":1}\r\n------WebKitXyZ--\r\n"};

} // namespace

TEST_CASE("fields and a file are read as a browser sends them")
{
    const Form form{parts(both)};

    CHECK(form.size() == 2);
    CHECK(field_of(form, "cart") == "羽绒服 1\r\n2");
    CHECK(field_of(form, "file") == "{\"a\":1}");
    CHECK(field_of(form, "name").empty());
    CHECK(field_of(parts(both, "multipart/form-data; boundary=\"----WebKitXyZ\""), "file") == "{\"a\":1}");
}

TEST_CASE("a form without a file is read as before")
{
    CHECK(field_of(parts("a=1&b=%E7%BE%BD", "application/x-www-form-urlencoded"), "b") == "羽");
}

TEST_CASE("of a form that is cut off, only what is whole is there")
{
    for (std::size_t length{0}; length < both.size(); ++length) {
        for (const auto& [name, value] : parts(both.substr(0, length))) CHECK(field_of(parts(both), name) == value);
    }
    CHECK(parts(both.substr(0, both.find("{\"a\""))).size() == 1);
    CHECK(parts(both, "multipart/form-data; boundary=other").empty());
    CHECK(parts(both, "multipart/form-data").empty());
}

TEST_CASE("what is no text is left out of a form")
{
    std::string binary{both};
    binary.replace(binary.find("{\"a\""), 2, std::string{"\xFF\0", 2});

    CHECK(parts(binary).size() == 1);
}
