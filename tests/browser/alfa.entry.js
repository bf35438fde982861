// The page that is open -> what Siteimprove Alfa finds on it. esbuild makes one file of this.
import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Device, Viewport } from "@siteimprove/alfa-device";
import { Element, Node, Text } from "@siteimprove/alfa-dom";
import { Native } from "@siteimprove/alfa-dom/native";
import { Request, Response } from "@siteimprove/alfa-http";
import { Rules } from "@siteimprove/alfa-rules";
import { Page } from "@siteimprove/alfa-web";

function shown(target) {
  if (Element.isElement(target)) return target.path();
  if (Text.isText(target)) return `text "${target.data.trim().slice(0, 60)}"`;
  return target.constructor.name;
}

globalThis.alfa = async () => {
  const device = Device.standard();
  const document = Node.from(await Native.fromNode(window.document), device);
  const page = Page.of(Request.empty(), Response.empty(), document, device);
  const outcomes = await Audit.of(page, [...Rules.values()]).evaluate();
  return [...outcomes]
    .filter((outcome) => Outcome.isFailed(outcome))
    .map((outcome) => `${outcome.rule.uri.split("/").pop()}: ${shown(outcome.target)}`);
};
